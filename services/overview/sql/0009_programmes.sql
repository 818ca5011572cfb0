-- Who coordinates each family, to find coordinators who lack a guide: ids alone, written with the view of who may read.
create table family_coordinators (
    family text collate "C" primary key,
    coordinator text collate "C" not null
);
create index families_of_coordinator on family_coordinators (coordinator, family);

create function note_coordinator() returns trigger language plpgsql as $$
declare
    who text := convert_from(new.document, 'UTF8')::jsonb ->> 'coordinator';
begin
    delete from family_coordinators where family = new.family and coordinator is distinct from who;
    if who is not null then
        insert into family_coordinators values (new.family, who) on conflict do nothing;
    end if;
    return null;
end
$$;
create trigger coordinator_noted after insert or update of document on views
    for each row when (new.view = 'access') execute function note_coordinator();
insert into family_coordinators
select distinct on (family) family, convert_from(document, 'UTF8')::jsonb ->> 'coordinator' from views
 where view = 'access' and convert_from(document, 'UTF8')::jsonb ->> 'coordinator' is not null
 order by family, view_version desc
on conflict do nothing;

-- Who said on a page to have read a guide: facts of their own, which no rebuild touches. A34.
create table guide_readings (
    guide text collate "C" not null,
    version integer not null,
    professional text collate "C" not null,
    department text collate "C",
    at timestamptz not null default clock_timestamp(),
    primary key (guide, version, professional)
);

-- Programmes, for dashboards: no family and nobody's id. What is counted over families comes from their figures.
create view reading.programmes as
with shown as (
    select v.family, convert_from(v.document, 'UTF8')::jsonb as x from views v
     where v.view = 'programme' and v.state_no > 0
       and v.view_version = (select max(view_version) from views where view = 'programme')),
counted as (
    select f.shown -> 'family' ->> 'programme' as programme, count(*)::integer as families
      from figures f where f.shown -> 'family' ->> 'admitted_on' is not null group by 1),
pilots as (
    select p.programme, count(*)::integer as cases
      from figures f cross join jsonb_array_elements_text(f.shown -> 'family' -> 'pilot_of') as p (programme) group by 1)
select s.x ->> 'code' as programme, s.x ->> 'title' as title, (s.x ->> 'starts_on')::date as starts_on,
       (s.x ->> 'ends_on')::date as ends_on, (s.x ->> 'grant')::bigint as granted,
       (s.x ->> 'spent_of_grant')::bigint as spent_of_grant, (s.x ->> 'spent_in_daily_work')::bigint as spent_in_daily_work,
       (select count(*)::integer from jsonb_array_elements(s.x -> 'roles') r where r ->> 'ended_on' is null) as roles,
       (select coalesce(sum((t ->> 'hours')::integer), 0)::integer from jsonb_array_elements(s.x -> 'time') t
         where reading.today() between (t ->> 'starts_on')::date and (t ->> 'ends_on')::date) as hours_a_week,
       coalesce(c.families, 0) as families, coalesce(p.cases, 0) as pilot_cases
  from shown s left join counted c on c.programme = s.x ->> 'code' left join pilots p on p.programme = s.x ->> 'code'
 where s.x ->> 'code' is not null;
comment on view reading.programmes is 'Each programme: its term, its grant and what was spent, how many work on it and take part. T16, T18, T21, C66';
comment on column reading.programmes.programme is 'Code of the programme';
comment on column reading.programmes.title is 'What it is called';
comment on column reading.programmes.starts_on is 'Its first day';
comment on column reading.programmes.ends_on is 'Its last day';
comment on column reading.programmes.granted is 'What was granted, in kroner; null where nothing was';
comment on column reading.programmes.spent_of_grant is 'What was spent of the grant, in kroner';
comment on column reading.programmes.spent_in_daily_work is 'What it cost within daily operation, in kroner';
comment on column reading.programmes.roles is 'How many roles professionals have in it now';
comment on column reading.programmes.hours_a_week is 'How many hours a week departments set aside for it now';
comment on column reading.programmes.families is 'How many families were admitted to it';
comment on column reading.programmes.pilot_cases is 'How many families the model is tried with. T16';

create view reading.milestones as
select s.x ->> 'code' as programme, m.n::integer as milestone, m.e ->> 'title' as title, (m.e ->> 'due_on')::date as due_on,
       (m.e ->> 'reached_on')::date as reached_on,
       case when m.e ->> 'reached_on' is not null then 'reached'
            when (m.e ->> 'due_on')::date < reading.today() then 'overdue' else 'ahead' end as state
  from (select convert_from(document, 'UTF8')::jsonb as x from views where view = 'programme' and state_no > 0
           and view_version = (select max(view_version) from views where view = 'programme')) s
  cross join jsonb_array_elements(s.x -> 'milestones') with ordinality as m (e, n);
comment on view reading.milestones is 'Each milestone of each programme''s implementation plan. A35';
comment on column reading.milestones.programme is 'Code of the programme';
comment on column reading.milestones.milestone is 'The milestone''s number in its programme, by day';
comment on column reading.milestones.title is 'What is to be reached';
comment on column reading.milestones.due_on is 'Day by which';
comment on column reading.milestones.reached_on is 'Day on which it was; null while it is not';
comment on column reading.milestones.state is 'reached, overdue or ahead';

create view reading.trainings as
select s.x ->> 'code' as programme, t.n::integer as training, t.e ->> 'kind' as kind, (t.e ->> 'held_on')::date as held_on,
       (t.e ->> 'attended')::integer as attended,
       (select count(*)::integer from jsonb_object_keys(t.e -> 'departments')) as departments
  from (select convert_from(document, 'UTF8')::jsonb as x from views where view = 'programme' and state_no > 0
           and view_version = (select max(view_version) from views where view = 'programme')) s
  cross join jsonb_array_elements(s.x -> 'trainings') with ordinality as t (e, n);
comment on view reading.trainings is 'Each training that each programme held. R54, M09, M12, M13';
comment on column reading.trainings.programme is 'Code of the programme';
comment on column reading.trainings.training is 'The training''s number in its programme, by day';
comment on column reading.trainings.kind is 'Code of what it was, such as kick-off';
comment on column reading.trainings.held_on is 'Day on which it was held';
comment on column reading.trainings.attended is 'How many took part';
comment on column reading.trainings.departments is 'From how many departments';

create view reading.money as
select s.x ->> 'code' as programme, 'cost' as kind, c.n::integer as entry, null::text as area,
       (c.e ->> 'amount')::bigint as amount, null::bigint as expected, null::text as verdict,
       (c.e ->> 'period_from')::date as period_from, (c.e ->> 'period_to')::date as period_to
  from (select convert_from(document, 'UTF8')::jsonb as x from views where view = 'programme' and state_no > 0
           and view_version = (select max(view_version) from views where view = 'programme')) s
  cross join jsonb_array_elements(s.x -> 'costs') with ordinality as c (e, n)
union all
select s.x ->> 'code', 'effect', c.n::integer, c.e ->> 'area', (c.e ->> 'measured')::bigint, (c.e ->> 'expected')::bigint,
       c.e ->> 'verdict', (c.e ->> 'period_from')::date, (c.e ->> 'period_to')::date
  from (select convert_from(document, 'UTF8')::jsonb as x from views where view = 'programme' and state_no > 0
           and view_version = (select max(view_version) from views where view = 'programme')) s
  cross join jsonb_array_elements(s.x -> 'effects') with ordinality as c (e, n);
comment on view reading.money is 'What each programme cost and what it gave, reached or not. T21 to T23';
comment on column reading.money.programme is 'Code of the programme';
comment on column reading.money.kind is 'cost or effect';
comment on column reading.money.entry is 'The entry''s number in its programme and kind, by period';
comment on column reading.money.area is 'Code of what an effect is about, such as economy; null for a cost';
comment on column reading.money.amount is 'What it cost, or what was measured, in kroner; null where it is not about money';
comment on column reading.money.expected is 'What was expected, in kroner';
comment on column reading.money.verdict is 'met, partly-met, not-met, not-yet-due or not-measurable; null for a cost. T22';
comment on column reading.money.period_from is 'First day that it speaks of';
comment on column reading.money.period_to is 'Last day that it speaks of';

create view reading.joint_meetings as
select f.programme, extract(year from m.day)::integer as year, count(*)::integer as meetings
  from reading.meetings m join reading.families f using (family)
 where m.kind = 'joint' and m.state = 'held' group by 1, 2;
comment on view reading.joint_meetings is 'How many joint meetings were held each year, by the programme of whom they were held for. R45, T19';
comment on column reading.joint_meetings.programme is 'Code of the programme; null for families in none';
comment on column reading.joint_meetings.year is 'The year';
comment on column reading.joint_meetings.meetings is 'How many were held';
