-- What each department was told of each family last: a fact of its own, which no rebuild touches. A grant begins when
-- somebody of the department is attached with a basis, and ends with a revocation: owed from when it is over until it is sent.
create table out_told (
    department text collate "C" not null,
    family text collate "C" not null,
    grants bigint not null,
    state_no bigint not null default 0,
    vector text not null default '',
    hash bytea not null default '',
    open boolean not null default true,
    owed boolean not null default false,
    at timestamptz not null default clock_timestamp(),
    primary key (family, department)
);

-- On which day, and for which departments, everybody was looked at last: terms begin and end without an event.
create table out_looked (
    only_row boolean primary key default true check (only_row),
    day date not null,
    departments text[] not null
);
