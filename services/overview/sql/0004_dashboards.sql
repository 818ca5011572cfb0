-- Each family, for dashboards. A column keeps its name, type and meaning; new ones come last.
create view reading.families as
select f.key as family, x.closed, x.programme, x.admitted_on, x.model_started_on, x.plan_status,
       jsonb_array_length(f.approvals) as plan_version, x.approved_on, x.departments, x.professionals, x.team_size, x.team_since,
       x.team_review_due, x.has_coordinator, x.has_primary_contact, x.contract_in_force, x.next_follow_up,
       x.follow_up_overdue, x.own_goals, x.statutory_plans_lacking, x.help_needs_open, x.contact_requests_open,
       x.contact_requests_overdue, x.small_successes, w.at as as_of, v.waiting,
       v.parked is not null or v.state_no is distinct from f.plan_no or f.failed is not null as stale
  from figures f
  cross join jsonb_to_record(f.shown -> 'family') as x (
       closed boolean, programme text, admitted_on date, model_started_on date, plan_status text, approved_on date,
       departments text[], professionals integer, team_size integer, team_since date, team_review_due boolean,
       has_coordinator boolean, has_primary_contact boolean, contract_in_force boolean, next_follow_up date,
       follow_up_overdue boolean, own_goals integer, statutory_plans_lacking integer, help_needs_open integer,
       contact_requests_open integer, contact_requests_overdue integer, small_successes integer)
  left join views v on v.view = 'family-plan' and v.view_version = f.shape[1] and v.family = f.family
  left join (select partition, min(at) as at from watermarks group by partition having count(*) = 4) w
         on w.partition = f.partition;
comment on view reading.families is 'Each family: how its case, its plan and its team stand, and how fresh that is. INV-01, INV-05, INV-26, INV-48';
comment on column reading.families.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.families.closed is 'The case is closed';
comment on column reading.families.programme is 'Code of the programme that it was admitted to; null before the admission';
comment on column reading.families.admitted_on is 'The visitation date, from which one-year targets run. INV-54';
comment on column reading.families.model_started_on is 'Day on which the family accepted the model; null where it has not';
comment on column reading.families.plan_status is 'draft, preliminary, approved, changed (since the approval), questioned or closed; null without a plan';
comment on column reading.families.plan_version is 'How often the plan was approved: what people call its version';
comment on column reading.families.approved_on is 'Day of the meeting that approved it last';
comment on column reading.families.departments is 'Codes of the departments attached';
comment on column reading.families.professionals is 'How many professionals are attached';
comment on column reading.families.team_size is 'How many of them are the coordination team';
comment on column reading.families.team_since is 'Day since which the team stands';
comment on column reading.families.team_review_due is 'The plan moved, and the team was not looked at since. INV-47';
comment on column reading.families.has_coordinator is 'There is a coordinator. INV-01';
comment on column reading.families.has_primary_contact is 'There is a primary contact. INV-05, T12';
comment on column reading.families.contract_in_force is 'All three parties have signed the collaboration contract. INV-48';
comment on column reading.families.next_follow_up is 'Day of the follow-up that the last meeting agreed. INV-26';
comment on column reading.families.follow_up_overdue is 'That day is over and nobody met';
comment on column reading.families.own_goals is 'How many goals a member of the family wrote. T09';
comment on column reading.families.statutory_plans_lacking is 'How many terms of a law are in the case without a plan by it. INV-18';
comment on column reading.families.help_needs_open is 'How many of the family''s needs for help are not met';
comment on column reading.families.contact_requests_open is 'How many requests of the family to be called are open';
comment on column reading.families.contact_requests_overdue is 'How many of these should have been answered by now. INV-64';
comment on column reading.families.small_successes is 'How many small successes were noted. A45';
comment on column reading.families.as_of is 'All that was committed before this time is in the row, but for what waits';
comment on column reading.families.waiting is 'How many events wait for a cause or an earlier event';
comment on column reading.families.stale is 'The plan stands still, or the row is not counted anew yet: it is the last good one';

create view reading.goals as
select f.key as family, x.*
  from figures f
  cross join jsonb_to_recordset(f.shown -> 'goals') as x (
       goal integer, parent integer, level integer, rank integer, status text, author_kind text, owner_kind text,
       target_date date, overdue boolean, focus_area text, interim boolean, from_a_wish boolean,
       known_to_family boolean);
comment on view reading.goals is 'Each goal of each plan. INV-13 to INV-15, INV-43';
comment on column reading.goals.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.goals.goal is 'The goal''s number in its family''s tree, from top to bottom';
comment on column reading.goals.parent is 'Number of the goal above it; null on top';
comment on column reading.goals.level is '1 goal, 2 partial goal, 3 part of a partial goal';
comment on column reading.goals.rank is 'Its place among those of one parent';
comment on column reading.goals.status is 'open, achieved, abandoned, retired, or moved (to another home)';
comment on column reading.goals.author_kind is 'Whose words it is in: person (of the family) or professional. INV-42';
comment on column reading.goals.owner_kind is 'Who sees to it: person or professional';
comment on column reading.goals.target_date is 'Day by which it is to be reached; null where none was set';
comment on column reading.goals.overdue is 'It is open, and that day is over';
comment on column reading.goals.focus_area is 'What its focus area is about: self-support, employment, education, care, leisure, health or home';
comment on column reading.goals.interim is 'The last meeting agreed on it as an interim goal. INV-28';
comment on column reading.goals.from_a_wish is 'It answers a wish of the family. INV-43';
comment on column reading.goals.known_to_family is 'It was shared with somebody of the family. INV-57';

create view reading.interventions as
select f.key as family, x.*
  from figures f
  cross join jsonb_to_recordset(f.shown -> 'interventions') as x (
       intervention integer, goal integer, department text, legal_basis text, kind text, status text, granted boolean,
       starts date, ends date, started_on date, ended_on date, result text, overlapping integer);
comment on view reading.interventions is 'Each intervention of each plan. A05, INV-13, INV-62';
comment on column reading.interventions.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.interventions.intervention is 'The intervention''s number in its family';
comment on column reading.interventions.goal is 'Number of the goal that it works for; null where the plan lacks that goal';
comment on column reading.interventions.department is 'Code of the department that gives it';
comment on column reading.interventions.legal_basis is 'Code of the law that it is given by';
comment on column reading.interventions.kind is 'Code of what it is; null where nobody said';
comment on column reading.interventions.status is 'added, started, paused or ended';
comment on column reading.interventions.granted is 'It was granted';
comment on column reading.interventions.starts is 'Day on which it is to start';
comment on column reading.interventions.ends is 'Day on which it is to end; null where none is set';
comment on column reading.interventions.started_on is 'Day on which it first started';
comment on column reading.interventions.ended_on is 'Day on which it ended';
comment on column reading.interventions.result is 'How it ended: E1 to E4 as in FSIII, or cancelled';
comment on column reading.interventions.overlapping is 'How many other interventions it overlaps with. INV-62';

create view reading.attachments as
select f.key as family, x.*,
       reading.today() between x.valid_from and coalesce(x.valid_to, 'infinity') as in_force
  from figures f
  cross join jsonb_to_recordset(f.shown -> 'attachments') as x (
       department text, profession text, function text, on_team boolean, basis text, law text, valid_from date,
       valid_to date);
comment on view reading.attachments is 'Each professional that is attached to each family, without saying who. INV-36, X-01';
comment on column reading.attachments.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.attachments.department is 'Code of the department';
comment on column reading.attachments.profession is 'Code of the profession; null until the plan shows it';
comment on column reading.attachments.function is 'Code of what the professional does here beside the profession; null where nothing was said';
comment on column reading.attachments.on_team is 'He or she is on the coordination team';
comment on column reading.attachments.basis is 'law or consent';
comment on column reading.attachments.law is 'Code of the law; null for a consent';
comment on column reading.attachments.valid_from is 'First day of the basis';
comment on column reading.attachments.valid_to is 'Last day of the basis; null where there is none';
comment on column reading.attachments.in_force is 'The basis is in force today, in Europe/Copenhagen';

create view reading.meetings as
select f.key as family, x.*,
       x.state = 'called' and x.day >= reading.today() and row_number() over (
           partition by f.key, x.state = 'called' and x.day >= reading.today() order by x.day, x.meeting) = 1 as next
  from figures f
  cross join jsonb_to_recordset(f.shown -> 'meetings') as x (
       meeting integer, kind text, state text, day date, invited integer, attended integer, family_attended boolean,
       follow_up_overdue boolean);
comment on view reading.meetings is 'Each meeting of each family, held, called or cancelled. A21, INV-20, INV-26';
comment on column reading.meetings.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.meetings.meeting is 'The meeting''s number in its family, by day';
comment on column reading.meetings.kind is 'pre-meeting, start-up, network, follow-up, final-approval, visitation or joint; null where it was not called ahead';
comment on column reading.meetings.state is 'held, called or cancelled';
comment on column reading.meetings.day is 'Day on which it was held, or else is called for';
comment on column reading.meetings.invited is 'How many are invited; null where that is not recorded';
comment on column reading.meetings.attended is 'How many were there; null where that is not recorded';
comment on column reading.meetings.family_attended is 'Somebody of the family was there; null where that is not recorded';
comment on column reading.meetings.follow_up_overdue is 'The follow-up that it agreed has not been, and its day is over';
comment on column reading.meetings.next is 'It is the next one that is called';

create view reading.contacts as
select f.key as family, x.direct, x.secondary, x.direct_at_admission, x.direct_at_admission - x.direct as fewer,
       x.direct_above_threshold, x.secondary_above_threshold, x.direct_agreed, x.agreed_by, x.consultations, x.visits
  from figures f
  cross join jsonb_to_record(f.shown -> 'contacts') as x (
       direct integer, secondary integer, direct_at_admission integer, direct_above_threshold boolean,
       secondary_above_threshold boolean, direct_agreed integer, agreed_by date, consultations integer, visits integer);
comment on view reading.contacts is 'How many are in contact with each family, now and when it was admitted. INV-06 to INV-08, T12, T24';
comment on column reading.contacts.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.contacts.direct is 'How many professionals are in direct contact now';
comment on column reading.contacts.secondary is 'How many are secondary contacts now';
comment on column reading.contacts.direct_at_admission is 'How many were in direct contact on the visitation date; null before it';
comment on column reading.contacts.fewer is 'How many fewer than at the admission; negative where there are more. T24';
comment on column reading.contacts.direct_above_threshold is 'There are more direct contacts than the municipality means to have. INV-06';
comment on column reading.contacts.secondary_above_threshold is 'There are more secondary contacts than the municipality means to have. INV-06';
comment on column reading.contacts.direct_agreed is 'How few they agreed to be; null where they have not';
comment on column reading.contacts.agreed_by is 'Day by which they are to be that few';
comment on column reading.contacts.consultations is 'How many consultations among colleagues were asked for: these are no contacts. INV-08';
comment on column reading.contacts.visits is 'How many visits were made';

create view reading.progress as
select f.key as family, x.*
  from figures f
  cross join jsonb_to_recordset(f.shown -> 'progress') as x (
       goal integer, intervention integer, scored_by text, value integer, registered_on date);
comment on view reading.progress is 'Each registration of how it goes. A27, INV-59, INV-68';
comment on column reading.progress.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.progress.goal is 'Number of the goal; null where the plan lacks it';
comment on column reading.progress.intervention is 'Number of the intervention; null where the plan lacks it';
comment on column reading.progress.scored_by is 'citizen or professional: their scores are kept apart. INV-59';
comment on column reading.progress.value is 'The score';
comment on column reading.progress.registered_on is 'Day that it speaks of';

create view reading.baselines as
select f.key as family, x.*
  from figures f
  cross join jsonb_to_recordset(f.shown -> 'baselines') as x (
       goal integer, instrument text, scale_min integer, scale_max integer, value integer, measured_on date);
comment on view reading.baselines is 'Where somebody stood at the start: what later measurements are compared with. INV-55';
comment on column reading.baselines.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.baselines.goal is 'Number of the goal; null where it is about none';
comment on column reading.baselines.instrument is 'Code of the instrument';
comment on column reading.baselines.scale_min is 'The lowest score that there is';
comment on column reading.baselines.scale_max is 'The highest score that there is';
comment on column reading.baselines.value is 'The score';
comment on column reading.baselines.measured_on is 'Day of the measurement';

create view reading.informed as
select f.key as family, jsonb_array_length(f.approvals) as version, (f.approvals -> -1 ->> 'day')::date as approved_on,
       r.attached, r.attached - r.behind as informed, r.behind, r.never_opened, r.acknowledged, r.longest_behind_days
  from figures f
  cross join lateral (
       select count(*)::integer as attached, count(*) filter (where b.behind)::integer as behind,
              count(*) filter (where b.never)::integer as never_opened,
              count(*) filter (where b.acknowledged)::integer as acknowledged,
              coalesce(max(greatest(reading.today() - greatest(b.missed, b.since), 0)) filter (where b.behind), 0)
                  as longest_behind_days
         from jsonb_to_recordset(f.attached) as a (reader text, since date)
         left join lateral (
              select coalesce(substring(r.vector from 'plans=(\d+)')::bigint, 0) as plans from readings r
               where r.family = f.family and r.reader = a.reader and r.state_no > 0 and r.document in ('plan', 'news')
               order by r.id desc limit 1) s on true
         cross join lateral (
              select a.since, s.plans is null as never,
                     s.plans is null or (f.approvals -> -1 ->> 'plans')::bigint > s.plans as behind,
                     (select min(v.day) from jsonb_to_recordset(f.approvals) as v (plans bigint, day date)
                       where s.plans is null or v.plans > s.plans) as missed,
                     exists (select from acknowledgements k where k.family = f.family and k.reader = a.reader
                                and jsonb_array_length(f.approvals) > 0
                                and coalesce(substring(k.vector from 'plans=(\d+)')::bigint, 0)
                                    >= (f.approvals -> -1 ->> 'plans')::bigint) as acknowledged) b) r;
comment on view reading.informed is 'How many of those attached have seen the plan''s newest version, family by family. P26, INV-39';
comment on column reading.informed.family is 'The family''s name in the dashboards: made by chance, the same in each view, leads to nothing else';
comment on column reading.informed.version is 'The plan''s version: how often it was approved';
comment on column reading.informed.approved_on is 'Day on which that approval was recorded';
comment on column reading.informed.attached is 'How many professionals are attached';
comment on column reading.informed.informed is 'How many of them were shown that version, or a later state';
comment on column reading.informed.behind is 'How many were not';
comment on column reading.informed.never_opened is 'How many of these were never shown the plan';
comment on column reading.informed.acknowledged is 'How many said that they know that version';
comment on column reading.informed.longest_behind_days is 'For how many days somebody has been behind: since the first approval that he or she lacks, or the first day of the basis where that is later';
