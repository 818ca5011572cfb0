-- Scores of two persons are two series, and of two values of one day the later counts: as targets and effects have it.
create or replace view reading.progress as
select f.key as family, x.*
  from figures f
  cross join jsonb_to_recordset(f.shown -> 'progress') as x (
       goal integer, intervention integer, scored_by text, value integer, registered_on date, series integer, place integer);
comment on column reading.progress.series is 'Number of the series within the family: scores of one person, goal, intervention and scorer. Null until it is counted anew';
comment on column reading.progress.place is 'Place within the series: by day, then as recorded. Of one day the last counts';
