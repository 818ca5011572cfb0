-- Questions to the tables of the Python package's inbox, as views. PostgreSQL 12 or newer: psql department -f postgresql.sql

create or replace view department_overdue_goals as
select family,
       goal ->> 'goal' as goal,
       goal ->> 'own_words' as own_words,
       (goal ->> 'target_date')::date as target_date
  from helhed_families, jsonb_path_query(plan::jsonb, 'strict $.goals.** ? (@.overdue == true)') goal;

create or replace view department_whom_to_call as
select family,
       case one ->> 'professional'
           when plan::jsonb ->> 'primary_contact' then 'primary contact'
           when plan::jsonb ->> 'coordinator' then 'coordinator'
           else 'attached' end as why,
       one ->> 'name' as name,
       one ->> 'profession' as profession,
       one ->> 'department' as department
  from helhed_families, jsonb_array_elements(plan::jsonb -> 'attached') one;
