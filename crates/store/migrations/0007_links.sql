-- The link that a role was opened from, by the hash of its token. A link names itself. Empty where nobody opened a link, and for all from before.
alter table access add column link text not null default '';

-- The tokens that a device has had after its first one, which names it.
create table renewal (
    token_hash text not null check (token_hash <> ''),
    device text not null check (device <> ''),
    primary key (token_hash)
);

create index renewal_device on renewal (device);
