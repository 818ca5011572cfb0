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

-- By whom a family may be read, to find the families of somebody. It holds ids alone.
create function readers_in(document bytea) returns text[] language sql immutable strict parallel safe as $$
    select array(
        select jsonb_object_keys(convert_from(document, 'UTF8')::jsonb -> 'attached')
        union all
        select jsonb_array_elements_text(convert_from(document, 'UTF8')::jsonb -> 'members'))
$$;
create index families_of_reader on views using gin (readers_in(document)) where view = 'access';
