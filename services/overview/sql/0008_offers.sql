-- How families found the offers that they used, and corrections of it.
create index ratings on journal (family, version)
 where service = 'progress' and (position('"type":"helhed.progress.offer-quality-rated.v1"'::bytea in value) > 0
    or position('"type":"helhed.progress.registration-corrected.v1"'::bytea in value) > 0);

-- How good offers were. No row adds up two others, so that none is found by subtraction.
create view reading.offer_quality as
with rated as (
    select f.key as family, x.* from figures f
     cross join jsonb_to_recordset(f.shown -> 'ratings') as x (offer uuid, scored_by text, value integer)),
summed as (
    select offer, scored_by, count(distinct family)::integer as families, count(*)::integer as ratings,
           round(avg(value), 1) as mean
      from rated group by offer, scored_by),
called as (
    select (o ->> 'offer')::uuid as offer, o -> 'title' ->> 'danish' as title
      from (select document from views where view = 'offers' and state_no > 0
             order by view_version desc limit 1) v
     cross join jsonb_array_elements(convert_from(v.document, 'utf8')::jsonb -> 'offers') o)
select s.offer, c.title, s.scored_by, case when s.families >= 5 then s.families end as families,
       case when s.families >= 5 then s.ratings end as ratings, case when s.families >= 5 then s.mean end as mean,
       s.families < 5 as suppressed
  from summed s left join called c on c.offer = s.offer;
comment on view reading.offer_quality is 'How good each offer of the catalogue was to those who used it, citizens and professionals apart. Fewer than five families are not told apart. P45, INV-59';
comment on column reading.offer_quality.offer is 'Id of the offer in the catalogue';
comment on column reading.offer_quality.title is 'What it is called; null where the catalogue lacks it';
comment on column reading.offer_quality.scored_by is 'citizen or professional: their ratings are kept apart. INV-59';
comment on column reading.offer_quality.families is 'In how many families it was rated; null where suppressed, like all that follow';
comment on column reading.offer_quality.ratings is 'How many ratings: of each person, for each time that it was taken, the latest as it was corrected';
comment on column reading.offer_quality.mean is 'The mean of these, from 1 to 5, which is best';
comment on column reading.offer_quality.suppressed is 'Fewer than five families: nobody is to be recognised';
