-- What dashboards count of each family, beside the views and never in their way: written some seconds after a family moved.
-- `shown` holds codes, days and numbers; `attached` says whose readings count, and is never shown. `key` is the family's
-- name in the dashboards: it leads to nothing else, and stays as long as this database.
create table figures (
    family text collate "C" primary key,
    key uuid not null unique default gen_random_uuid(),
    partition integer not null,
    shape integer[] not null,
    plan_no bigint not null,
    access_no bigint not null,
    shown jsonb,
    attached jsonb,
    approvals jsonb not null,
    failed text
);

-- The approvals of plans, to know which version each reader has seen.
create index approvals on journal (family, version)
 where service = 'plans' and position('"type":"helhed.plans.plan-approved.v1"'::bytea in value) > 0;

create schema reading;
comment on schema reading is 'Figures for dashboards: stable views, read only, without persons';
create function reading.today() returns date language sql stable
    as $$ select (now() at time zone 'Europe/Copenhagen')::date $$;
comment on function reading.today is 'The day that it is in Europe/Copenhagen';
