-- When the clock is to look at a stream next: the end of the first day at which something of it is due.
create table reminders (
    stream text collate "C" primary key,
    due_at timestamptz not null
);
create index reminders_due on reminders (due_at);

-- How far into the store the clock has noted what is due, by kind of stream.
create table reminded (
    kind text primary key,
    position bigint not null
);
