-- What each family still lacks, fed by the service's own events: a row stands as the newest of them left it. `unattended`:
-- nobody is attached. Events of before this table are looked at once more; what follows of them is known by its id.
create table lacking (
    family text collate "C" primary key,
    version bigint not null,
    lacks text[] not null,
    unattended boolean not null
);
update own_reactions set position = 0;
