-- Families whose reference copy moved and that a service has not yet reacted to: due while moves > reacted.
create table reactions (
    family text collate "C" primary key,
    done text not null default '',
    moves bigint not null default 1,
    reacted bigint not null default 0,
    after timestamptz not null default now()
);
create index reactions_due on reactions (after) where moves > reacted;

-- How far a service has reacted to its own events.
create table own_reactions (
    only_row boolean primary key default true check (only_row),
    position bigint not null default 0
);
insert into own_reactions default values;
