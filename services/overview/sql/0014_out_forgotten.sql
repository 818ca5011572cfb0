-- In which shape a department was told the plan of a family, and whose words it was told in this grant: where the shape is
-- another now, or one of them was forgotten, what it has is void. What was told before this is told anew once.
alter table out_told add column view_version integer not null default 0;
alter table out_told add column subjects text[] not null default '{}';
