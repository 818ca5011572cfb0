-- The departments that take part and who leads each, fed by the service's own events: a row stands as the newest event of
-- its stream left it. Events of before this table are looked at once more; what follows of them is known by its id.
create table departments (
    department text collate "C" primary key,
    version bigint not null,
    lead text
);
update own_reactions set position = 0;
