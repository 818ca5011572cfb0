-- Up to which position of each store all was compared with this journal, so that a start compares only what is new.
create table compared (
    service text primary key,
    position bigint not null
);
