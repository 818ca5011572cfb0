-- What an offer is called, in English too.
create or replace view reading.offer_quality as
with rated as (
    select f.key as family, x.* from figures f
     cross join jsonb_to_recordset(f.shown -> 'ratings') as x (offer uuid, scored_by text, value integer)),
summed as (
    select offer, scored_by, count(distinct family)::integer as families, count(*)::integer as ratings,
           round(avg(value), 1) as mean
      from rated group by offer, scored_by),
called as (
    select (o ->> 'offer')::uuid as offer, o -> 'title' ->> 'danish' as title, o -> 'title' ->> 'english' as title_english
      from (select document from views where view = 'offers' and state_no > 0
             order by view_version desc limit 1) v
     cross join jsonb_array_elements(convert_from(v.document, 'utf8')::jsonb -> 'offers') o)
select s.offer, c.title, s.scored_by, case when s.families >= 5 then s.families end as families,
       case when s.families >= 5 then s.ratings end as ratings, case when s.families >= 5 then s.mean end as mean,
       s.families < 5 as suppressed, coalesce(c.title_english, c.title) as title_english
  from summed s left join called c on c.offer = s.offer;
comment on column reading.offer_quality.title_english is 'The same in English; in Danish where nobody said it in English';
