-- Generations of a view. The rows of one carry its name and version in `views`: the view's own name, or that name with
-- `.beside` (folded anew beside what is shown) or `.kept` (shown until something took its place).
create table generations (
    view text collate "C" not null,
    view_version integer not null,
    state text not null check (state in ('building', 'shown', 'kept')),
    paused text,
    families bigint not null default 0,
    changed_at timestamptz not null default now(),
    primary key (view, view_version)
);
comment on column generations.paused is 'why nothing is folded for now; null while it is';
comment on column generations.families is 'how many families were to be folded when it was begun';
create unique index generations_shown on generations (view) where state = 'shown';

-- Families that a generation has to look at in the journal: whoever keeps an event and doesn't fold it there notes so in the
-- same transaction. Rows are only added and taken away, so that nobody waits for whoever folds.
create table folds_due (
    id bigint generated always as identity primary key,
    view text collate "C" not null,
    view_version integer not null,
    family text collate "C" not null
);
create index folds_due_of on folds_due (view, view_version, family);

-- What was shown before there were generations is shown on.
insert into generations (view, view_version, state)
select view, max(view_version), 'shown' from views group by view;
insert into generations (view, view_version, state)
select distinct view, view_version, 'kept' from views on conflict do nothing;
