-- How many transactions have been committed, so that a file beside the database can tell when the newest ones are missing. Used on SQLite alone.
create table mark (
    id bigint primary key check (id = 1),
    number bigint not null,
    -- 1 from the start of a server until it has closed the database.
    is_served bigint not null
);
insert into mark (id, number, is_served) values (1, 0, 0);
