-- The event store of one service. Events are never changed; position order is commit order.
create table events (
    position bigint primary key,
    stream text collate "C" not null,
    version bigint not null check (version > 0),
    value bytea not null,
    digest bytea not null check (length(digest) = 32),
    unique (stream, version)
);

-- Every accepted command, for good: its id, what it said (keyed hash; empty: unknown, since its events were taken
-- back after a restore) and what it was answered.
create table commands (
    id uuid primary key,
    fingerprint bytea not null,
    answer text not null
);

-- How far the relay has published, and whether it sleeps and wants to be woken.
create table relay (
    only_row boolean primary key default true check (only_row),
    position bigint not null default 0,
    asleep boolean not null default false
);
insert into relay default values;

-- Appends one command. Outcomes: 0 appended, 1 repeated (with the answer given then), 2 id reused, 3 the stream
-- stands elsewhere.
-- The lock is taken by a statement of its own, so that what follows sees all that was committed while it waited.
-- A stream is looked at from the expected head on: where that is the head, this is one row.
create function append_command(
    c_id uuid, c_fingerprint bytea, c_stream text, c_version bigint, c_digest bytea, c_answer text,
    e_value bytea[], e_digest bytea[], out outcome integer, out answer text
) language plpgsql volatile as $$
declare
    known bytea;
    head events;
    last bigint;
begin
    perform pg_advisory_xact_lock(4805, 1);

    select k.fingerprint, k.answer into known, answer from commands k where k.id = c_id;
    if found then
        outcome := case when known in (c_fingerprint, '') then 1 else 2 end;
        return;
    end if;

    select * into head from events e where e.stream = c_stream and e.version >= c_version
     order by e.version desc limit 1;
    if coalesce(head.version, 0) <> c_version or head.digest is distinct from c_digest then
        outcome := 3;
        return;
    end if;

    select coalesce(max(position), 0) into last from events;
    for n in 1..cardinality(e_value) loop
        insert into events (position, stream, version, value, digest)
        values (last + n, c_stream, c_version + n, e_value[n], e_digest[n]);
    end loop;
    insert into commands (id, fingerprint, answer) values (c_id, c_fingerprint, c_answer);
    if (select asleep from relay) then
        update relay set asleep = false;
        perform pg_notify('relay', '');
    end if;
    outcome := 0;
end
$$;

-- Appends a group of new commands, each to another stream: all of them or, where some are not new or their streams
-- stand elsewhere, none. Those are then named by number: whoever calls tries them alone.
create function append_commands(
    c_id uuid[], c_fingerprint bytea[], c_stream text[], c_version bigint[], c_digest bytea[], c_answer text[],
    e_command integer[], e_version bigint[], e_value bytea[], e_digest bytea[], out alone integer[]
) language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(4805, 1);

    select array_agg(c.n) into alone
      from unnest(c_id, c_stream, c_version, c_digest) with ordinality as c (id, stream, version, digest, n)
      left join lateral (select k.id from commands k where k.id = c.id) known on true
      left join lateral (select e.version, e.digest from events e
                         where e.stream = c.stream and e.version >= c.version
                         order by e.version desc limit 1) head on true
     where known.id is not null or coalesce(head.version, 0) <> c.version or head.digest is distinct from c.digest;
    if alone is not null then
        return;
    end if;

    insert into events (position, stream, version, value, digest)
    select (select coalesce(max(position), 0) from events) + e.n, c_stream[e.command], e.version, e.value, e.digest
      from unnest(e_command, e_version, e_value, e_digest) with ordinality as e (command, version, value, digest, n);
    insert into commands (id, fingerprint, answer) select * from unnest(c_id, c_fingerprint, c_answer);
    if (select asleep from relay) then
        update relay set asleep = false;
        perform pg_notify('relay', '');
    end if;
end
$$;
