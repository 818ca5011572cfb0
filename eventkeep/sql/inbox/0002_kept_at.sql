-- When a message was read: what another service said before that is known everywhere a moment later.
alter table inbox add column kept_at timestamptz not null default clock_timestamp();
