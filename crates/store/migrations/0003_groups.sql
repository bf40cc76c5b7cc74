-- Whom the leader expects at a meeting. The number names a person in this meeting and nowhere else.
create table expected (
    org text not null,
    meeting text not null,
    number bigint not null check (number > 0),
    name text not null check (name <> ''),
    unit text not null,
    work text not null,
    primary key (org, meeting, number),
    foreign key (org, meeting) references meeting (org, id) on delete cascade
);

-- The groups planned before a meeting, in numbers of expected people. Every version is kept, so that a change can be undone.
create table group_plan (
    org text not null,
    meeting text not null,
    version bigint not null check (version > 0),
    at bigint not null,
    body text not null,
    primary key (org, meeting, version),
    foreign key (org, meeting) references meeting (org, id) on delete cascade
);

-- Who has shared a table with whom. Pairs only: there is no row for a person. Names are keyed hashes, so that without the
-- organisation's secret they tell nothing.
create table encounter (
    org text not null,
    meeting text not null,
    one text not null check (one <> ''),
    other text not null check (one < other),
    at bigint not null,
    primary key (org, meeting, one, other),
    foreign key (org, meeting) references meeting (org, id) on delete cascade
);
