-- Messages of others' systems that were read and not answered yet, in the order of their topic. `subject` is a digest:
-- those of one subject are taken one after the other. `value` is sealed. Once answered, a message is gone from here.
create table inbox (
    n bigint generated always as identity primary key,
    owner text collate "C" not null,
    topic text collate "C" not null,
    part integer not null,
    place bigint not null,
    subject bytea not null,
    key text not null,
    value text not null,
    tries integer not null default 0,
    noticed boolean not null default false,
    waits_since timestamptz,
    try_at timestamptz not null default clock_timestamp(),
    unique (topic, part, place)
);
create index inbox_turns on inbox (owner, subject, n);

-- Up to where each topic was read.
create table inbox_offsets (
    topic text collate "C" not null,
    part integer not null,
    next bigint not null,
    primary key (topic, part)
);

-- What is still to be said, in order.
create table inbox_answers (
    n bigint generated always as identity primary key,
    topic text collate "C" not null,
    key text not null,
    value bytea not null
);
