-- Group courses for dashboards: how often they meet, by area. Groups, weeks and sessions; of persons how many, where not few.
create view reading.group_weeks as
with course as (
    select key, d ->> 'area' as area, d -> 'sessions' as sessions, (d ->> 'starts_on')::date as starts_on,
           least((d ->> 'ends_on')::date, (d ->> 'ended_on')::date) as last_day
      from (select family as key, convert_from(document, 'UTF8')::jsonb as d from views
             where view = 'groups' and state_no > 0 and view_version = coalesce(
                   (select view_version from generations where view = 'groups' and state = 'shown'),
                   (select max(view_version) from views where view = 'groups'))) r
     where d ->> 'area' is not null),
met as (
    select c.area, w.monday::date as week, count(s.held) filter (where s.held)::integer as sessions
      from course c
      cross join lateral generate_series(date_trunc('week', c.starts_on + 6)::date, c.last_day - 6, interval '7 days') w (monday)
      left join lateral jsonb_to_recordset(c.sessions) as s (held boolean, starts_at timestamptz)
             on date_trunc('week', s.starts_at at time zone 'Europe/Copenhagen')::date = w.monday::date
     where w.monday::date + 6 < reading.today() group by c.area, c.key, w.monday)
select area, week, count(*)::integer as groups, sum(sessions)::integer as sessions,
       count(*) filter (where sessions >= 2)::integer as groups_twice
  from met group by area, week;
comment on view reading.group_weeks is 'How often group courses met, week by week: the whole weeks of their terms that are over. T15, P39';
comment on column reading.group_weeks.area is 'Code of the area that the groups start from';
comment on column reading.group_weeks.week is 'Monday of the week';
comment on column reading.group_weeks.groups is 'How many groups had that week in their term';
comment on column reading.group_weeks.sessions is 'How many sessions they held in it';
comment on column reading.group_weeks.groups_twice is 'How many of them met twice or more';

create view reading.group_courses as
with course as (
    select d ->> 'area' as area, jsonb_array_length(d -> 'takes_part') as participants,
           d ->> 'ended_on' is null and reading.today() between (d ->> 'starts_on')::date and (d ->> 'ends_on')::date as running
      from (select convert_from(document, 'UTF8')::jsonb as d from views
             where view = 'groups' and state_no > 0 and view_version = coalesce(
                   (select view_version from generations where view = 'groups' and state = 'shown'),
                   (select max(view_version) from views where view = 'groups'))) r
     where d ->> 'area' is not null),
summed as (
    select area, count(*)::integer as groups, count(*) filter (where running)::integer as running,
           sum(participants)::integer as participants
      from course group by area),
weeks as (
    select area, sum(groups)::integer as weeks, sum(groups_twice)::integer as weeks_twice from reading.group_weeks group by area)
select s.area, s.groups, s.running, case when s.participants not between 1 and 4 then s.participants end as participants,
       s.participants between 1 and 4 as suppressed, coalesce(w.weeks, 0) as weeks, coalesce(w.weeks_twice, 0) as weeks_twice,
       round(w.weeks_twice::numeric / w.weeks, 3) as share
  from summed s left join weeks w using (area);
comment on view reading.group_courses is 'Group courses by area, and how often they met twice a week. T15, P38, P39';
comment on column reading.group_courses.area is 'Code of the area that the groups start from';
comment on column reading.group_courses.groups is 'How many groups were formed';
comment on column reading.group_courses.running is 'How many of them are within their term today, and not ended';
comment on column reading.group_courses.participants is 'How many take part now; null where suppressed';
comment on column reading.group_courses.suppressed is 'One to four take part: nobody is to be recognised';
comment on column reading.group_courses.weeks is 'T15 denominator: weeks of the terms that are whole and over, summed over the groups';
comment on column reading.group_courses.weeks_twice is 'T15 numerator: those of them in which a group held two sessions or more';
comment on column reading.group_courses.share is 'Numerator per week, from 0 to 1; null before the first week is over';
