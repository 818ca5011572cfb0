-- Who was shown which state of a family's plan, when, for what purpose and in which way. Written before the answer leaves;
-- no rebuild touches it.
create table readings (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    family text collate "C" not null,
    reader text collate "C" not null,
    purpose text not null,
    way text not null,
    state_no bigint not null,
    vector text not null,
    hash bytea not null
);
create index readings_of_family on readings (family, reader, id);
