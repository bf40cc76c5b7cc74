-- Portable to SQLite and PostgreSQL: text, bigint, one SQL text. Moments are epoch milliseconds, JSON is text.
-- The organisation leads every key, so that rows of two organisations never meet and can be moved or erased apart.

create table meeting (
    org text not null check (org <> ''),
    id text not null check (id <> ''),
    code text not null check (length(code) = 6),
    title text not null,
    created_at bigint not null,
    ended_at bigint,
    primary key (org, id)
);

-- People type the code without knowing the organisation, so it is unique across all of them while a meeting is open.
create unique index meeting_open_code on meeting (code) where ended_at is null;
create index meeting_code on meeting (code);
create index meeting_newest on meeting (org, created_at);

-- The number of the newest fact. Writers lock this row first, in the order of the key, so they cannot deadlock.
create table log_head (
    org text not null,
    meeting text not null,
    seq bigint not null check (seq >= 0),
    primary key (org, meeting),
    foreign key (org, meeting) references meeting (org, id) on delete cascade
);

create table fact (
    org text not null,
    meeting text not null,
    seq bigint not null check (seq > 0),
    at bigint not null,
    body text not null,
    primary key (org, meeting, seq),
    foreign key (org, meeting) references meeting (org, id) on delete cascade
);

-- What was answered to each operation a client named, so that a repeated one gets its first answer.
create table op (
    org text not null,
    meeting text not null,
    id text not null check (id <> ''),
    answer text not null,
    at bigint not null,
    primary key (org, meeting, id),
    foreign key (org, meeting) references meeting (org, id) on delete cascade
);

create table plan (
    org text not null,
    meeting text not null,
    version bigint not null check (version > 0),
    at bigint not null,
    body text not null,
    primary key (org, meeting, version),
    foreign key (org, meeting) references meeting (org, id) on delete cascade
);

-- Only the hash of a token is known here. An empty meeting is the organisation itself.
create table access (
    token_hash text not null check (token_hash <> ''),
    org text not null check (org <> ''),
    meeting text not null,
    role text not null check (role <> ''),
    subject text not null,
    created_at bigint not null,
    expires_at bigint,
    primary key (token_hash, org, meeting, role)
);

create index access_subject on access (org, meeting, role, subject);

-- Work for the world outside, written in the same transaction as what caused it.
create table outbox (
    org text not null check (org <> ''),
    id text not null check (id <> ''),
    kind text not null check (kind <> ''),
    body text not null,
    created_at bigint not null,
    due_at bigint not null,
    attempts bigint not null,
    done_at bigint,
    primary key (org, id)
);

create index outbox_due on outbox (kind, due_at) where done_at is null;

create table setting (
    org text not null check (org <> ''),
    name text not null check (name <> ''),
    value text not null,
    primary key (org, name)
);

-- One row, written to find out whether writing works.
create table heartbeat (
    id bigint primary key check (id = 1),
    beats bigint not null
);

insert into heartbeat (id, beats) values (1, 0);
