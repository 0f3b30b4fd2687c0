-- Mail: what waits, what is tried now, what became of it. Only the writer changes a row, and only one
-- thread sends (mailer.c).
--: owns mail, mail_line
--: include "web/mail.h"
--: type mail.kind enum mail_kind
--: type mail.state enum mail_state
--: type fault enum mail_fault
--: type mail.lang lang
--: type made instant
--: type due instant
--: type ready bool

--: add mail_add(kind enum mail_kind, about int, address text, lang lang, subject text, body text, leave text,
--: key bytes, now instant)
-- To be sent at once.
INSERT INTO mail (kind, about, address, lang, subject, body, leave, key, made, tries, due, state, fault, said)
VALUES (:kind, :about, :address, :lang, :subject, :body, :leave, :key, :now, 0, :now, 0, 0, '');

--: run mail_remove_about(kind enum mail_kind, about int)
DELETE FROM mail WHERE kind = :kind AND about = :about;

--: run mail_remove_waiting(kind enum mail_kind, address text)
-- Of what waits.
DELETE FROM mail WHERE state = 0 AND kind = :kind AND address = :address;

-- ---- sending ----

--: maybe mail_next(now instant)
-- What is to be sent first: news, and the question whether one notices something, behind all that somebody waits for.
SELECT id, kind, address, lang, subject, body, leave, key, made, tries FROM mail WHERE id = coalesce(
    (SELECT m.id FROM mail m WHERE m.state = 0 AND m.kind NOT IN (6, 8) AND m.due <= :now ORDER BY m.due, m.id LIMIT 1),
    (SELECT m.id FROM mail m WHERE m.state = 0 AND m.due <= :now ORDER BY m.due, m.id LIMIT 1));

--: run mail_claim(mail int, due instant)
-- It is tried now. When the program ends in the middle, it is tried again at `due`.
UPDATE mail SET tries = tries + 1, due = :due WHERE id = :mail AND state = 0;

--: run mail_sent(mail int, now instant)
-- Its text is needed no more.
UPDATE mail SET state = 1, due = :now, body = '', leave = '', fault = 0, said = '' WHERE id = :mail;

--: run mail_waits(mail int, tries int, due instant, fault enum mail_fault, said text)
UPDATE mail SET tries = :tries, due = :due, fault = :fault, said = :said WHERE id = :mail AND state = 0;

--: run mail_failed(mail int, now instant, fault enum mail_fault, said text)
UPDATE mail SET state = 2, due = :now, fault = :fault, said = :said WHERE id = :mail AND state = 0;

--: run mail_postpone(now instant, until instant, fault enum mail_fault)
-- Our own server cannot be used: no use in trying the others before then.
UPDATE mail SET due = :until, fault = :fault WHERE state = 0 AND due <= :now;

--: run mail_line_mended(now instant)
-- The program was started again, perhaps with other settings: what waited for our own server is tried now.
UPDATE mail SET due = :now WHERE state = 0 AND fault BETWEEN 4 AND 7;

--: run mail_line_set(ready bool, sender text, fault enum mail_fault, said text)
UPDATE mail_line SET ready = :ready, sender = :sender, fault = :fault, said = :said WHERE id = 1;

--: run mail_line_fault(fault enum mail_fault, said text)
-- Only what is new: pages that ask whether mail can go are kept.
UPDATE mail_line SET fault = :fault, said = :said WHERE id = 1 AND (fault <> :fault OR said <> :said);

-- ---- for the administrator ----

--: one mail_line_get()
SELECT ready, sender, fault, said FROM mail_line WHERE id = 1;

--: count mail_count(state enum mail_state)
SELECT count(*) FROM mail WHERE state = :state;

--: maybe mail_state_of(mail int)
SELECT state FROM mail WHERE id = :mail;

--: run mail_renew(mail int, now instant)
UPDATE mail SET state = 0, tries = 0, due = :now, made = :now, fault = 0, said = ''
WHERE id = :mail AND state <> 1;

--: run mail_renew_failed(now instant)
UPDATE mail SET state = 0, tries = 0, due = :now, made = :now, fault = 0, said = '' WHERE state = 2;

--: run mail_renew_waiting(now instant)
UPDATE mail SET due = :now WHERE state = 0;

--: run mail_remove(mail int)
DELETE FROM mail WHERE id = :mail;

--: run mail_sweep(state enum mail_state, before instant)
DELETE FROM mail WHERE state = :state AND due < :before;
