-- Who belongs to which family: persons as members, professionals as attached. Fed by the service's own events; a row
-- stands as the newest event of its family left it, so that events may come again and late.
create table whereabouts (
    party text collate "C" not null,
    family text collate "C" not null,
    version bigint not null,
    here boolean not null,
    primary key (party, family)
);
