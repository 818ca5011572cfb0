-- What is meant for others to see is told once a month, and by one rule: nothing small, nor what it could be computed from.
create table reckoned_works (
    day date not null references reckoned on delete cascade,
    kind text,
    department text not null,
    families integer,
    interventions integer,
    ended integer,
    goals integer,
    goals_achieved integer,
    measured integer,
    improved integer,
    unique nulls not distinct (day, kind, department)
);

create or replace view reading.outcomes as
select programme, year, upper(target) as target, decided as families, met as numerator, not_measurable,
       case when target <> 't13' then round(met::numeric / nullif(decided, 0), 3) end as share,
       met is null or not_measurable is null as suppressed
  from reckoned_targets
 where day = (select max(day) from reckoned) and year is not null and target in ('t09', 't12', 't13', 't24');
comment on view reading.outcomes is 'Four of the rows of targets at the end of the last month, by those years of admission that can be told apart: for whoever reads this view already. T09, T12, T13, T24, INV-54, INV-55';
comment on column reading.outcomes.target is 'T09 own goals, T12 one primary contact, T13 adults who take part, T24 fewer direct contacts than at admission';
comment on column reading.outcomes.families is 'Of how many it is decided: families, of T12 and T24 those whose case is open; of T13 adults. Null where hidden';
comment on column reading.outcomes.numerator is 'How many of them meet it; null where hidden';
comment on column reading.outcomes.not_measurable is 'How many can not be measured: they are in neither number; null where hidden. INV-55';
comment on column reading.outcomes.share is 'Numerator per family, from 0 to 1; null where hidden, for a count (T13), and over no family';
comment on column reading.outcomes.suppressed is 'Something is hidden: nobody is to be recognised';

create or replace view reading.what_works as
select kind, department, families, interventions, ended, goals, goals_achieved, measured, improved,
       families is null as suppressed
  from reckoned_works where day = (select max(day) from reckoned_works);
comment on view reading.what_works is 'What came of each kind of intervention, by department, when the last month was reckoned. Fewer than five are hidden, also from whoever subtracts. INV-68';
comment on column reading.what_works.families is 'In how many families; null where suppressed, like all that follow';
comment on column reading.what_works.interventions is 'How many interventions';
comment on column reading.what_works.suppressed is 'Something of it is small, or would tell what is: nobody is to be recognised';
