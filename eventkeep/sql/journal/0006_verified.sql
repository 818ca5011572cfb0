-- When what is shown of a view is verified next, and after which family.
create table verify_rounds (
    view text collate "C" primary key,
    next_at timestamptz not null default now(),
    after text collate "C" not null default ''
);

-- Families of which something else is shown than their stores say, until they are the same again.
create table verify_differs (
    view text collate "C" not null,
    family text collate "C" not null,
    likeness text not null,
    at timestamptz not null default now(),
    primary key (view, family)
);
