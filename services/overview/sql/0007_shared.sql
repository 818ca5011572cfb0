-- Those whom a family shares something with find it in their list too: the right is decided on each read all the same.
create or replace function readers_in(document bytea) returns text[] language sql stable strict as $$
    select array(
        select jsonb_object_keys(convert_from(document, 'UTF8')::jsonb -> 'attached')
        union
        select jsonb_array_elements_text(convert_from(document, 'UTF8')::jsonb -> 'members')
        union
        select jsonb_object_keys(convert_from(document, 'UTF8')::jsonb -> 'shared'))
$$;
