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

-- Appends a group of commands, each to another stream. Answers for each, in order:
-- 0 appended, 1 repeated (with the answer given then), 2 command id reused, 3 the stream stands elsewhere.
-- It looks at a stream from the expected head on: where that is the head, this is one row.
-- The lock is taken by a statement of its own, so that what follows sees all that was committed while it waited.
create function append_commands(
    c_id uuid[], c_fingerprint bytea[], c_stream text[], c_version bigint[], c_digest bytea[], c_answer text[],
    e_command integer[], e_version bigint[], e_value bytea[], e_digest bytea[],
    out outcomes integer[], out answers text[]
) language plpgsql volatile
as $$
declare
    last bigint;
    relay_sleeps boolean;
begin
    perform pg_advisory_xact_lock(4805, 1);

    select array_agg(
               case when known.id is not null then case when known.fingerprint in (c.fingerprint, '') then 1 else 2 end
                    when coalesce(head.version, 0) <> c.version or head.digest is distinct from c.digest then 3
                    else 0 end order by c.n),
           array_agg(known.answer order by c.n),
           (select coalesce(max(position), 0) from events),
           (select asleep from relay)
      into outcomes, answers, last, relay_sleeps
      from unnest(c_id, c_fingerprint, c_stream, c_version, c_digest)
           with ordinality as c (id, fingerprint, stream, version, digest, n)
      left join lateral (select k.id, k.fingerprint, k.answer from commands k where k.id = c.id) known on true
      left join lateral (select e.version, e.digest from events e where e.stream = c.stream and e.version >= c.version
                         order by e.version desc limit 1) head on true;

    insert into events (position, stream, version, value, digest)
    select last + row_number() over (order by e.n), c_stream[e.command], e.version, e.value, e.digest
      from unnest(e_command, e_version, e_value, e_digest) with ordinality as e (command, version, value, digest, n)
     where outcomes[e.command] = 0;

    if relay_sleeps and found then
        update relay set asleep = false;
        perform pg_notify('relay', '');
    end if;

    insert into commands (id, fingerprint, answer)
    select c.id, c.fingerprint, c.answer
      from unnest(c_id, c_fingerprint, c_answer) with ordinality as c (id, fingerprint, answer, n)
     where outcomes[c.n] = 0;
end
$$;
