-- How targets stood at the end of each month, and what worked: reckoned once a month, over families, and kept as it is shown.
-- Nothing of one family is here, and no small number: what is hidden is left out before it is written.
create table reckoned (
    day date primary key,
    shape integer[] not null,
    at timestamptz not null default now()
);

create table reckoned_targets (
    day date not null references reckoned on delete cascade,
    programme text not null,
    year integer,
    row_no integer not null,
    target text not null,
    part text,
    need text not null,
    needed integer not null,
    met integer,
    least integer,
    most integer,
    decided integer,
    not_yet integer,
    not_measurable integer,
    result text,
    mean numeric,
    mean_of_families numeric,
    mean_before numeric,
    mean_now numeric,
    unique nulls not distinct (day, programme, year, row_no)
);

create table reckoned_effects (
    day date not null references reckoned on delete cascade,
    kind text not null,
    ages text,
    improved integer,
    least integer,
    most integer,
    series integer,
    unique nulls not distinct (day, kind, ages)
);

create view reading.targets as
select day, programme, year, row_no, target, part, need, needed, met, least, most, decided, not_yet, not_measurable,
       round(100.0 * met / nullif(decided, 0), 1) as percent, result, mean, mean_of_families, mean_before, mean_now,
       met is null as suppressed
  from reckoned_targets;
comment on view reading.targets is 'How each target stood at the end of each month, by programme, over all its years of admission (year is null) and each that can be told apart. Fewer than five are hidden, also from whoever subtracts. T01 to T14, T24, INV-54 to INV-56';
comment on column reading.targets.day is 'The last day of the month: facts of later days are not in it';
comment on column reading.targets.programme is 'Code of the programme that the families were admitted to';
comment on column reading.targets.year is 'Year of the visitation date; null over all years';
comment on column reading.targets.row_no is 'The row''s place';
comment on column reading.targets.target is 'The target, t01 to t14 and t24';
comment on column reading.targets.part is 'physical or mental for the halves of t11; fourteen for those of 14 years, who are in no target (Q07); else null';
comment on column reading.targets.need is 'What needed is a number of: share (of a hundred), change (per cent of the baseline), rise (points), fall (contacts), count';
comment on column reading.targets.needed is 'How much is needed';
comment on column reading.targets.met is 'How many meet it; null where hidden';
comment on column reading.targets.least is 'Where met is hidden and decided is not: at least so many';
comment on column reading.targets.most is 'And at most so many';
comment on column reading.targets.decided is 'Of how many it is decided; null where hidden';
comment on column reading.targets.not_yet is 'For how many its time is not over; null where hidden';
comment on column reading.targets.not_measurable is 'How many can not be measured, and so never met it; null where hidden. INV-55';
comment on column reading.targets.percent is 'Met of decided';
comment on column reading.targets.result is 'met, not-met, running (no deadline, or a later one), not-yet or not-measurable; null where hidden, and for those of 14';
comment on column reading.targets.mean is 'The mean change of those decided: of the baseline (0.3 is 30 per cent) for change, else in points or contacts';
comment on column reading.targets.mean_of_families is 'The mean of the families'' own shares. Q10';
comment on column reading.targets.mean_before is 'What those decided had at the start on the mean; of t12 and t24 contacts at the admission';
comment on column reading.targets.mean_now is 'What they have now on the mean';
comment on column reading.targets.suppressed is 'Something is hidden: nobody is to be recognised';

create view reading.effects as
select day, kind, ages, improved, least, most, series, round(100.0 * improved / nullif(series, 0), 1) as percent,
       improved is null as suppressed
  from reckoned_effects;
comment on view reading.effects is 'What worked for whom at the end of each month: series of values with an intervention, by its kind and the age of whom it is for. Fewer than five are hidden, also from whoever subtracts. INV-68';
comment on column reading.effects.day is 'The last day of the month';
comment on column reading.effects.kind is 'Code of what the intervention is; unspecified where nobody said';
comment on column reading.effects.ages is 'Age group at the first value: 0-5, 6-13, 14-17, 18- or unknown; null over all';
comment on column reading.effects.improved is 'In how many series the last value is above the first; null where hidden';
comment on column reading.effects.least is 'Where that is hidden and series is not: at least so many';
comment on column reading.effects.most is 'And at most so many';
comment on column reading.effects.series is 'How many series, each of one person, goal, intervention and scorer, hold two days or more; null where hidden';
comment on column reading.effects.percent is 'Improved of series';
comment on column reading.effects.suppressed is 'Something is hidden: nobody is to be recognised';
