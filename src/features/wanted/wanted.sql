-- Needs, offers and pullers, and the talks about them.
--: owns wanted, wanted_talk, wanted_message
--: reads taxonomy_term, map_area, dialogue, dialogue_text
--: include "features/wanted/terms.h"
--: type made instant
--: type at instant
--: type kind enum wanted_kind
--: type who enum wanted_who
--: type wanted.state enum wanted_state
--: type until day
--: type asked day
--: type confirmed bool
--: type closed bool
--: type author bool

--: part whole_wanted
SELECT w.id, w.made, w.lang AS "speaks:text", w.kind, w.who, w.name, w.email, w.title, w.body, w.subject, w.area,
       w.times, w.state, w.reason, w.until, w.asked, w.terms, t.name AS "subject_name:text?", t.name_en AS "subject_en:text?",
       t.code AS "subject_code:text?", a.name AS "area_name:text?", a.slug AS "area_slug:text?"
FROM wanted w LEFT JOIN taxonomy_term t ON t.id = w.subject LEFT JOIN map_area a ON a.id = w.area

--: many wanted_shown(kind enum wanted_kind)
-- What is public, newest first.
{whole_wanted} WHERE w.state = 2 AND w.kind = :kind ORDER BY w.id DESC LIMIT 1000;

--: many wanted_waiting() like wanted_shown
-- What the desk has to read, oldest first.
-- sort: few wait
{whole_wanted} WHERE w.state = 1 ORDER BY w.id LIMIT 50;

--: many wanted_unmet(before instant) like wanted_shown
-- Needs that stand there for long.
{whole_wanted} WHERE w.state = 2 AND w.kind = 0 AND w.made < :before ORDER BY w.id LIMIT 50;

--: maybe wanted_find(id int) like wanted_shown
{whole_wanted} WHERE w.id = :id;

--: maybe wanted_by_code(code bytes) like wanted_shown
{whole_wanted} WHERE w.code = :code;

--: count wanted_n(state enum wanted_state, kind enum wanted_kind)
SELECT count(*) FROM wanted w WHERE w.state = :state AND w.kind = :kind;

--: add wanted_add(made instant, lang text, kind enum wanted_kind, who enum wanted_who, name text, email text, title text,
--:     body text, subject int?, area int?, times int, until day, terms bytes)
INSERT INTO wanted (made, lang, kind, who, name, email, title, body, subject, area, times, state, reason, until,
    terms)
VALUES (:made, :lang, :kind, :who, :name, :email, :title, :body, :subject, :area, :times, 0, '', :until, :terms);

--: run wanted_coded(id int, code bytes)
UPDATE wanted SET code = :code WHERE id = :id;

--: run wanted_stands(id int, state enum wanted_state, reason text, until day)
UPDATE wanted SET state = :state, reason = :reason, until = :until, asked = NULL WHERE id = :id;

--: run wanted_was_asked(id int, today day)
UPDATE wanted SET asked = :today WHERE id = :id;

--: many wanted_ending(by day, after int) like wanted_shown
-- What ends soon, whose author was not asked yet.
-- sort: a few on a day
{whole_wanted} WHERE w.state = 2 AND w.until <= :by AND w.asked IS NULL AND w.id > :after ORDER BY w.id LIMIT 100;

--: run wanted_end(before day)
-- What nobody renewed.
UPDATE wanted SET state = 6 WHERE state = 2 AND until < :before;

--: run wanted_drop(before instant)
-- What was never confirmed.
DELETE FROM wanted WHERE state = 0 AND made < :before;

--: run wanted_forget(before day)
-- What ended, with every talk about it.
DELETE FROM wanted WHERE state > 2 AND until < :before;

-- ---- talks ----

--: part whole_talk
SELECT k.id, k.wanted, k.made, k.lang AS "speaks:text", k.name, k.email, k.confirmed, k.closed, w.title,
       w.name AS "author_name:text", w.email AS "author_email:text", w.lang AS "author_speaks:text", w.made AS "wanted_made:instant",
       w.state AS "state:enum wanted_state", w.kind
FROM wanted_talk k JOIN wanted w ON w.id = k.wanted

--: maybe talk_find(id int)
{whole_talk} WHERE k.id = :id;

--: maybe talk_by_code(code bytes) like talk_find
-- Of who answered.
{whole_talk} WHERE k.code = :code;

--: maybe talk_by_author(code bytes) like talk_find
{whole_talk} WHERE k.author_code = :code;

--: count talks_open(wanted int)
SELECT count(*) FROM wanted_talk k WHERE k.wanted = :wanted AND k.confirmed = 1 AND k.closed = 0;

--: add talk_add(wanted int, made instant, lang text, name text, email text)
INSERT INTO wanted_talk (wanted, made, lang, name, email, confirmed, closed)
VALUES (:wanted, :made, :lang, :name, :email, 0, 0);

--: run talk_coded(id int, code bytes, author bytes)
UPDATE wanted_talk SET code = :code, author_code = :author WHERE id = :id;

--: run talk_confirmed(id int)
UPDATE wanted_talk SET confirmed = 1 WHERE id = :id;

--: run talk_closed(id int)
UPDATE wanted_talk SET closed = 1 WHERE id = :id;

--: run talks_drop(before instant)
-- Never confirmed.
-- scan: at night
DELETE FROM wanted_talk WHERE confirmed = 0 AND made < :before;

--: many talk_messages(talk int)
SELECT m.number, m.at, m.author, m.body, m.address FROM wanted_message m WHERE m.talk = :talk
ORDER BY m.number LIMIT 40;

--: count talk_last(talk int)
SELECT coalesce(max(m.number), 0) FROM wanted_message m WHERE m.talk = :talk;

--: run wanted_message_add(talk int, number int, at instant, author bool, body text, address text)
INSERT INTO wanted_message (talk, number, at, author, body, address)
VALUES (:talk, :number, :at, :author, :body, :address);

-- ---- raising it ----

--: many wanted_dialogues()
-- Dialogues in which a need can be raised.
SELECT d.id, d.slug, t.title FROM dialogue d JOIN dialogue_text t ON t.dialogue = d.id AND t.lang = d.lang
ORDER BY d.id LIMIT 20;
