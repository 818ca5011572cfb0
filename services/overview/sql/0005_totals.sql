-- Totals for dashboards: how fresh and whole it is, what cases lack, what came of it.
create view reading.freshness as
select service, min(at) as as_of from watermarks group by service;
comment on view reading.freshness is 'How far each service''s facts have come here';
comment on column reading.freshness.service is 'contacts, meetings, plans or progress';
comment on column reading.freshness.as_of is 'All that the service had committed before this time is here, in every partition';

create view reading.consistency as
select count(*)::integer as families, count(*) filter (where f.plan_no = v.state_no and f.failed is null)::integer as counted,
       count(*) filter (where f.plan_no is distinct from v.state_no)::integer as not_counted,
       count(f.failed)::integer as failed, count(v.parked)::integer as parked,
       count(*) filter (where v.waiting > 0)::integer as waiting,
       (select count(*)::integer from journal_heads where events > version) as holes,
       (select count(*)::integer from journal_heads where forked_at is not null) as forks,
       (select count(*)::integer from quarantine) as quarantined
  from views v left join figures f on f.family = v.family and f.shape[1] = v.view_version
 where v.view = 'family-plan' and v.state_no > 0
   and v.view_version = (select max(view_version) from views where view = 'family-plan');
comment on view reading.consistency is 'Whether anything is missing or stands still: one row, and all but the first two are 0 on a good day. INV-36, INV-38';
comment on column reading.consistency.families is 'How many families have a plan here';
comment on column reading.consistency.counted is 'How many of them these figures speak of as they stand now';
comment on column reading.consistency.not_counted is 'How many are still to be counted anew: some, for seconds, after changes';
comment on column reading.consistency.failed is 'How many could not be counted: their last figures stay';
comment on column reading.consistency.parked is 'How many plans stand still';
comment on column reading.consistency.waiting is 'In how many plans an event waits for a cause or an earlier event';
comment on column reading.consistency.holes is 'How many chains of events lack one';
comment on column reading.consistency.forks is 'How many chains differ from what was told before';
comment on column reading.consistency.quarantined is 'How many records of the topics are no events of ours';

create view reading.coverage as
select count(*)::integer as families, count(*) filter (where model_started_on is null)::integer as without_model,
       count(*) filter (where not has_coordinator)::integer as without_coordinator,
       count(*) filter (where not has_primary_contact)::integer as without_primary_contact,
       count(*) filter (where not contract_in_force)::integer as without_contract,
       count(*) filter (where next_follow_up is null)::integer as without_follow_up,
       count(*) filter (where follow_up_overdue)::integer as follow_up_overdue,
       count(*) filter (where plan_version = 0)::integer as without_approved_plan,
       count(*) filter (where i.version > 0 and i.behind > 0)::integer as not_informed
  from reading.families f join reading.informed i using (family) where not f.closed;
comment on view reading.coverage is 'What open cases lack, over all families: one row. INV-01, INV-05, INV-26, INV-48, INV-53';
comment on column reading.coverage.families is 'How many cases are open';
comment on column reading.coverage.without_model is 'How many families have not accepted the model';
comment on column reading.coverage.without_coordinator is 'How many have no coordinator';
comment on column reading.coverage.without_primary_contact is 'How many have no primary contact';
comment on column reading.coverage.without_contract is 'How many have no collaboration contract in force';
comment on column reading.coverage.without_follow_up is 'How many have no follow-up agreed';
comment on column reading.coverage.follow_up_overdue is 'How many have a follow-up whose day is over';
comment on column reading.coverage.without_approved_plan is 'How many have no plan that was ever approved';
comment on column reading.coverage.not_informed is 'In how many cases with an approved plan somebody attached is behind';

create view reading.outcomes as
with admitted as (
    select f.programme, extract(year from f.admitted_on)::integer as year, f.closed, f.own_goals > 0 as own_goals,
           f.has_primary_contact, c.fewer
      from reading.families f join reading.contacts c using (family) where f.admitted_on is not null),
measured as (
    select programme, year, 'T09' as target, true as counts, own_goals as met from admitted
    union all select programme, year, 'T12', true, has_primary_contact from admitted where not closed
    union all select programme, year, 'T13', true, true from admitted
    union all select programme, year, 'T24', fewer is not null, fewer > 0 from admitted where not closed),
summed as (
    select programme, year, target, count(*) filter (where counts)::integer as families,
           count(*) filter (where counts and met)::integer as met, count(*) filter (where not counts)::integer as not_measurable
      from measured group by programme, year, target)
select programme, year, target, families, case when families >= 5 then met end as numerator, not_measurable,
       case when families >= 5 and target <> 'T13' then round(met::numeric / families, 3) end as share,
       families < 5 as suppressed
  from summed;
comment on view reading.outcomes is 'The programme''s targets that are recorded here, by programme and year of admission. Fewer than five families are not told apart. INV-54, INV-55';
comment on column reading.outcomes.programme is 'Code of the programme';
comment on column reading.outcomes.year is 'Year of the visitation date';
comment on column reading.outcomes.target is 'T09 own goals, T12 one primary contact, T13 families admitted, T24 fewer direct contacts than at admission';
comment on column reading.outcomes.families is 'How many families it is measured over: for T12 and T24 those whose case is open';
comment on column reading.outcomes.numerator is 'How many of them meet it; null where suppressed';
comment on column reading.outcomes.not_measurable is 'How many have no baseline to compare with: they are in neither number. INV-55';
comment on column reading.outcomes.share is 'Numerator per family, from 0 to 1; null where suppressed, for a count (T13), and over no family';
comment on column reading.outcomes.suppressed is 'Fewer than five families: nobody is to be recognised';

create view reading.what_works as
with series as (
    select family, intervention, count(*) as measured, count(*) filter (where last > first) as improved
      from (select family, intervention, goal, scored_by, (array_agg(value order by registered_on))[1] as first,
                   (array_agg(value order by registered_on desc))[1] as last
              from reading.progress where intervention is not null group by family, intervention, goal, scored_by
            having count(distinct registered_on) > 1) s
     group by family, intervention),
summed as (
    select i.kind, i.department, count(distinct i.family)::integer as families, count(*)::integer as interventions,
           count(*) filter (where i.status = 'ended')::integer as ended, count(distinct (i.family, g.goal))
               filter (where g.goal is not null)::integer as goals,
           count(distinct (i.family, g.goal)) filter (where g.status = 'achieved')::integer as goals_achieved,
           coalesce(sum(s.measured), 0)::integer as measured, coalesce(sum(s.improved), 0)::integer as improved
      from reading.interventions i
      left join reading.goals g on g.family = i.family and g.goal = i.goal
      left join series s on s.family = i.family and s.intervention = i.intervention
     group by i.kind, i.department)
select s.kind, s.department, s.families, case when shown then interventions end as interventions,
       case when shown then ended end as ended, case when shown then goals end as goals,
       case when shown then goals_achieved end as goals_achieved, case when shown then measured end as measured,
       case when shown then improved end as improved, not shown as suppressed
  from (select *, families >= 5 as shown from summed) s;
comment on view reading.what_works is 'What came of each kind of intervention, by department. Fewer than five families are not told apart. INV-68';
comment on column reading.what_works.kind is 'Code of what the intervention is; null where nobody said';
comment on column reading.what_works.department is 'Code of the department that gives it';
comment on column reading.what_works.families is 'In how many families';
comment on column reading.what_works.interventions is 'How many interventions; null where suppressed, like all that follow';
comment on column reading.what_works.ended is 'How many of them have ended';
comment on column reading.what_works.goals is 'How many goals they work for';
comment on column reading.what_works.goals_achieved is 'How many of these were reached';
comment on column reading.what_works.measured is 'How many series of scores, each of one goal and one scorer, hold two days or more';
comment on column reading.what_works.improved is 'In how many of these the last score is above the first';
comment on column reading.what_works.suppressed is 'Fewer than five families: nobody is to be recognised';
