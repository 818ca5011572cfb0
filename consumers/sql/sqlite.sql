-- Questions to the tables of the Python package's inbox, as views. SQLite 3.38 or newer: sqlite3 department.sqlite < sqlite.sql

drop view if exists department_overdue_goals;
create view department_overdue_goals as
select family,
       json_extract(goal.value, '$.goal') as goal,
       json_extract(goal.value, '$.own_words') as own_words,
       json_extract(goal.value, '$.target_date') as target_date
  from helhed_families, json_tree(plan, '$.goals') goal
 where goal.type = 'object' and json_extract(goal.value, '$.overdue');

drop view if exists department_whom_to_call;
create view department_whom_to_call as
select family,
       case json_extract(one.value, '$.professional')
           when json_extract(plan, '$.primary_contact') then 'primary contact'
           when json_extract(plan, '$.coordinator') then 'coordinator'
           else 'attached' end as why,
       json_extract(one.value, '$.name') as name,
       json_extract(one.value, '$.profession') as profession,
       json_extract(one.value, '$.department') as department
  from helhed_families, json_each(plan, '$.attached') one;
