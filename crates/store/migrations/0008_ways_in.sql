-- When the code of a meeting begins to mean it: on the day of its planned start, or while its lobby is held open.
-- A start of 0 has not been worked out yet. What the square to scan carries stands here as the code does: both are
-- shown to a whole room, and give nothing but the way in.
alter table meeting add column starts_at bigint not null default 0;
alter table meeting add column lobby_until bigint not null default 0;
alter table meeting add column join_token text not null default '';
