-- The administrator's look at the queue of mail. Its texts are shown to nobody.
--: reads mail
--: include "web/mail.h"
--: type mail.kind enum mail_kind
--: type mail.lang lang
--: type fault enum mail_fault
--: type made instant
--: type due instant

--: many mailroom_waiting()
-- What waits, in the order it will be tried.
SELECT id, kind, address, lang, subject, made, tries, due, fault, said FROM mail
WHERE state = 0 ORDER BY due, id LIMIT 50;

--: many mailroom_failed() like mailroom_waiting
-- What could not be sent, the newest first.
SELECT id, kind, address, lang, subject, made, tries, due, fault, said FROM mail
WHERE state = 2 ORDER BY due DESC, id DESC LIMIT 50;

--: count mailroom_sent(after instant)
SELECT count(*) FROM mail WHERE state = 1 AND due > :after;
