-- Own events that could not be reacted to yet, since what is known of their family stands still: tried again, while others go on.
create table own_reactions_kept_back (
    position bigint primary key,
    after timestamptz not null default now()
);
