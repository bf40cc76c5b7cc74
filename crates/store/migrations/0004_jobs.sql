-- What the end of a meeting writes is work in the outbox from now on. Where a server stopped between an end and what follows from it,
-- the work was left to whoever read the meeting next. It is asked for here instead, once for every meeting that was ever opened.
insert into outbox (org, id, kind, body, created_at, due_at, attempts)
select org, 'meeting-ended/' || meeting || '/earlier', 'meeting-ended', '{"meeting":"' || meeting || '"}', 0, 0, 0
from log_head where seq > 0;
