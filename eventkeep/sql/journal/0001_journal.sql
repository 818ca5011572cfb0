-- What arrived from the topics, whole and as it was told. A repeat changes nothing.
create table journal (
    family text collate "C" not null,
    service text collate "C" not null,
    version bigint not null,
    value bytea not null,
    digest bytea,
    primary key (family, service, version)
);
comment on column journal.digest is 'the chain up to here; null while an earlier event is missing';

-- How far each chain of the journal is whole, and how many events of it are here in all.
create table journal_heads (
    family text collate "C" not null,
    service text collate "C" not null,
    version bigint not null default 0,
    digest bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
    events bigint not null default 0,
    forked_at bigint,
    primary key (family, service)
);
create index journal_holes on journal_heads (service) where events > version or forked_at is not null;

-- "Everything that the service committed before this time is above", by partition.
create table watermarks (
    service text not null,
    partition integer not null,
    at timestamptz not null,
    position bigint not null,
    primary key (service, partition)
);

-- The folded views. A write succeeds only on the state it was folded from.
create table views (
    view text not null,
    view_version integer not null,
    family text collate "C" not null,
    state_no bigint not null,
    vector text not null,
    document bytea not null,
    hash bytea,
    waiting integer not null default 0,
    parked text,
    parked_code text,
    changed_at timestamptz not null default now(),
    primary key (view, view_version, family)
);
create index views_parked on views (view, view_version) where parked is not null;
create index views_waiting on views (view, view_version) where waiting > 0;

-- Records that are no events of ours: kept to be looked at, in nobody's way.
create table quarantine (
    topic text not null,
    partition integer not null,
    kafka_offset bigint not null,
    value bytea,
    reason text not null,
    at timestamptz not null default now(),
    primary key (topic, partition, kafka_offset)
);
