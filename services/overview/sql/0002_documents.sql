-- What was read: the plan, or which document beside it.
alter table readings add column document text not null default 'plan';

-- Who said "I know this state": facts of their own, which no rebuild touches.
create table acknowledgements (
    family text collate "C" not null,
    reader text collate "C" not null,
    vector text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (family, reader, vector)
);

-- By whom a family may be read, to find the families of somebody: ids alone, written with the view of who may read. The right
-- is decided on each read all the same. An index over the views' documents would cost every write of a plan.
create table family_readers (
    reader text collate "C" not null,
    family text collate "C" not null,
    primary key (reader, family)
);
create index readers_of_family on family_readers (family);

create function readers_in(document bytea) returns text[] language sql stable strict as $$
    select array(
        select jsonb_object_keys(convert_from(document, 'UTF8')::jsonb -> 'attached')
        union all
        select jsonb_array_elements_text(convert_from(document, 'UTF8')::jsonb -> 'members'))
$$;
create function note_readers() returns trigger language plpgsql as $$
declare
    now_reading text[] := readers_in(new.document);
begin
    delete from family_readers where family = new.family and reader <> all (now_reading);
    insert into family_readers select each, new.family from unnest(now_reading) each on conflict do nothing;
    return null;
end
$$;
create trigger readers_noted after insert or update of document on views
    for each row when (new.view = 'access') execute function note_readers();
