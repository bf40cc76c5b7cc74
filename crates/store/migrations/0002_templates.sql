-- Plans that an organisation starts new meetings from. They outlive the meeting they were made of.
create table template (
    org text not null check (org <> ''),
    id text not null check (id <> ''),
    name text not null check (name <> ''),
    body text not null,
    created_at bigint not null,
    primary key (org, id)
);
