-- Commitments and deeds: everything that writes them, and what other features may ask of them.
--: owns department, commitment, commitment_text, commitment_owner, commitment_place, owner_contact
--: owns commitment_moved, deed, deed_text, note
--: reads advice, neighbourhood, picture, person, asking
--: include "features/dialogue/dialogue.h"
--: type horizon enum horizon
--: type state enum commitment_state
--: type day day
--: type made day
--: type due day
--: type first_due day
--: type ended day
--: type written day
--: type is_public bool

-- ---- roles and departments ----

--: add department_add(dialogue int, slug text, position int, name text, name_en text, portfolio text)
-- A role or department that can own commitments; never a person.
INSERT INTO department (dialogue, slug, position, name, name_en, portfolio)
VALUES (:dialogue, :slug, :position, :name, :name_en, :portfolio);

--: run department_update(department int, position int, name text, name_en text, portfolio text)
UPDATE department SET position = :position, name = :name, name_en = :name_en, portfolio = :portfolio
WHERE id = :department;

--: maybe department_find(dialogue int, slug text)
SELECT id, position, name, name_en, portfolio FROM department WHERE dialogue = :dialogue AND slug = :slug;

--: stream department_list(dialogue int)
SELECT id, slug FROM department WHERE dialogue = :dialogue ORDER BY slug;

--: many departments(dialogue int)
-- In their order.
SELECT id, slug, position, name, name_en, portfolio FROM department WHERE dialogue = :dialogue
ORDER BY position, id LIMIT 300;

--: run department_delete(department int)
-- Refused by the schema while it owns a commitment.
DELETE FROM department WHERE id = :department;

-- ---- commitments ----

--: add commitment_add(dialogue int, number int, position int, advice int, owner int, made day, due day,
--:                    horizon enum horizon, state enum commitment_state, ended day?, budget int?)
-- A new commitment, with the first date it is promised for; its texts follow with commitment_text_put.
INSERT INTO commitment (dialogue, number, position, advice, owner, made, first_due, due, horizon, state,
                        ended, budget)
VALUES (:dialogue, :number, :position, :advice, :owner, :made, :due, :due, :horizon, :state, :ended, :budget);

--: run commitment_update(commitment int, position int, advice int, owner int, made day,
--:                       horizon enum horizon, budget int?)
-- The same commitment, as it is written now; its dates and state have verbs of their own.
UPDATE commitment SET position = :position, advice = :advice, owner = :owner, made = :made,
       horizon = :horizon, budget = :budget WHERE id = :commitment;

--: run commitment_state_set(commitment int, state enum commitment_state, ended day?)
-- How far it is; `ended` only with done and stopped.
UPDATE commitment SET state = :state, ended = :ended WHERE id = :commitment;

--: maybe commitment_find(dialogue int, number int)
-- The commitment behind a number.
SELECT c.id, c.position, c.advice, a.number AS "advice_number:int", c.owner, c.made, c.first_due, c.due,
       c.horizon, c.state, c.ended, c.budget
FROM commitment c JOIN advice a ON a.id = c.advice WHERE c.dialogue = :dialogue AND c.number = :number;

--: stream commitment_list(dialogue int)
SELECT id, number, first_due FROM commitment WHERE dialogue = :dialogue ORDER BY number;

--: one commitment_next(dialogue int)
SELECT coalesce(max(c.number), 0) + 1 AS "number:int", coalesce(max(c.position), 0) + 1 AS "position:int"
FROM commitment c WHERE c.dialogue = :dialogue;

--: run commitment_delete(commitment int)
-- Its deeds and notes first.
DELETE FROM commitment WHERE id = :commitment;

--: run commitment_text_put(commitment int, lang text, title text, body text, stopped text)
INSERT INTO commitment_text (commitment, lang, title, body, stopped)
VALUES (:commitment, :lang, :title, :body, :stopped)
ON CONFLICT (commitment, lang) DO UPDATE SET title = excluded.title, body = excluded.body,
   stopped = excluded.stopped;

--: run commitment_text_delete(commitment int, lang text)
DELETE FROM commitment_text WHERE commitment = :commitment AND lang = :lang;

--: run commitment_texts_clear(commitment int)
DELETE FROM commitment_text WHERE commitment = :commitment;

--: maybe commitment_text_one(commitment int, lang text)
-- Its texts in exactly this language.
SELECT title, body, stopped FROM commitment_text WHERE commitment = :commitment AND lang = :lang;

--: run commitment_owner_add(commitment int, department int)
-- Who owns it together with the first.
INSERT INTO commitment_owner (commitment, department) VALUES (:commitment, :department) ON CONFLICT DO NOTHING;

--: run commitment_owners_clear(commitment int)
DELETE FROM commitment_owner WHERE commitment = :commitment;

--: many commitment_owners(commitment int)
SELECT department FROM commitment_owner WHERE commitment = :commitment ORDER BY department LIMIT 50;

--: run commitment_place_add(commitment int, neighbourhood int)
INSERT INTO commitment_place (commitment, neighbourhood) VALUES (:commitment, :neighbourhood)
ON CONFLICT DO NOTHING;

--: run commitment_places_clear(commitment int)
DELETE FROM commitment_place WHERE commitment = :commitment;

--: many commitment_places(commitment int)
SELECT neighbourhood FROM commitment_place WHERE commitment = :commitment ORDER BY neighbourhood LIMIT 300;

--: run owner_contact_put(commitment int, department int, name text, email text)
-- Whom the team asks there how it goes: never public.
INSERT INTO owner_contact (commitment, department, name, email)
VALUES (:commitment, :department, :name, :email)
ON CONFLICT (commitment, department) DO UPDATE SET name = excluded.name, email = excluded.email;

--: many owner_contacts(commitment int)
-- Who owns it, the first one first, with whom to ask there.
-- sort: the owners of one commitment
SELECT w.id, w.name AS "owner:text", k.name AS "name:text?", k.email AS "email:text?"
FROM (SELECT c.owner AS department, 0 AS place FROM commitment c WHERE c.id = :commitment
      UNION ALL
      SELECT q.department, 1 FROM commitment_owner q WHERE q.commitment = :commitment) AS x
JOIN department w ON w.id = x.department
LEFT JOIN owner_contact k ON k.commitment = :commitment AND k.department = x.department
ORDER BY x.place, w.position, w.id LIMIT 6;

--: run owner_contact_clear(commitment int, department int)
-- Nobody is asked there any more; the schema ends their links.
DELETE FROM owner_contact WHERE commitment = :commitment AND department = :department;

--: run owner_contacts_clear_former(commitment int)
-- Of those that own it no more.
DELETE FROM owner_contact WHERE commitment = :commitment AND department NOT IN (
    SELECT c.owner FROM commitment c WHERE c.id = :commitment
    UNION ALL SELECT o.department FROM commitment_owner o WHERE o.commitment = :commitment);

--: run owner_contacts_forget(before day)
-- Nobody has to be asked any more about what ended before that day; what was done and stays is looked at again.
DELETE FROM owner_contact
WHERE commitment IN (SELECT c.id FROM commitment c WHERE c.ended < :before AND (c.state = 3 OR c.horizon = 0));

--: one commitment_silence(commitment int)
-- Since when its owners say nothing: the mails without answer after the last that was heard, each day once.
-- sort: the mails about one commitment
SELECT count(DISTINCT q.day) AS "mails:int", min(q.day) AS "since:day?"
FROM commitment c
JOIN asking q ON q.commitment = c.id AND q.answered IS NULL AND q.delivery <> 2
WHERE c.id = :commitment AND c.state < 2 AND q.day > coalesce((SELECT max(h.day) FROM (
    SELECT a.answered AS day FROM asking a WHERE a.commitment = :commitment
    UNION ALL SELECT coalesce(d.written, d.day) FROM deed d WHERE d.commitment = :commitment
    UNION ALL SELECT m.day FROM commitment_moved m WHERE m.commitment = :commitment
    UNION ALL SELECT n.day FROM note n WHERE n.commitment = :commitment AND n.is_public = 1) AS h), 0);

-- ---- its date is moved ----

--: run commitment_moved_add(commitment int, number int, day day, due day, reason text, reason_en text)
-- The promise is now for another day; its first day stays what lateness counts from.
INSERT INTO commitment_moved (commitment, number, day, due, reason, reason_en)
VALUES (:commitment, :number, :day, :due, :reason, :reason_en);

--: many commitment_moves(commitment int)
-- Each time it was moved, the first one first.
SELECT number, day, due, reason, reason_en FROM commitment_moved WHERE commitment = :commitment
ORDER BY number LIMIT 100;

--: run commitment_moves_clear(commitment int)
-- Before a folder says them anew.
DELETE FROM commitment_moved WHERE commitment = :commitment;

--: run commitment_due_first(commitment int)
-- It is promised for its first day again.
UPDATE commitment SET due = first_due WHERE id = :commitment;

--: run commitment_places_loosen(dialogue int)
-- Before a folder says anew where they are.
DELETE FROM commitment_place
WHERE commitment IN (SELECT c.id FROM commitment c WHERE c.dialogue = :dialogue);

--: run deed_pictures_loosen(dialogue int)
UPDATE deed SET picture = NULL
WHERE picture IS NOT NULL AND commitment IN (SELECT c.id FROM commitment c WHERE c.dialogue = :dialogue);

-- ---- deeds ----

--: add deed_add(commitment int, number int, day day, url text, document text, hash text, picture int?,
--:              written day?)
-- Something done, with its evidence; its texts follow with deed_text_put.
INSERT INTO deed (commitment, number, day, url, document, hash, picture, written)
VALUES (:commitment, :number, :day, :url, :document, :hash, :picture, :written);

--: run deed_update(deed int, day day, url text, document text, hash text, picture int?)
UPDATE deed SET day = :day, url = :url, document = :document, hash = :hash, picture = :picture
WHERE id = :deed;

--: maybe deed_find(commitment int, number int)
SELECT id, day, url, document, hash, picture FROM deed WHERE commitment = :commitment AND number = :number;

--: stream deed_list(dialogue int)
-- Every deed of a dialogue.
SELECT d.id, c.number AS "commitment_number:int", d.number
FROM commitment c JOIN deed d ON d.commitment = c.id WHERE c.dialogue = :dialogue
ORDER BY c.number, d.number;

--: count deed_next(commitment int)
SELECT coalesce(max(d.number), 0) + 1 FROM deed d WHERE d.commitment = :commitment;

--: run deed_delete(deed int)
-- With its texts.
DELETE FROM deed WHERE id = :deed;

--: run deed_text_put(deed int, lang text, body text, figure text)
INSERT INTO deed_text (deed, lang, body, figure) VALUES (:deed, :lang, :body, :figure)
ON CONFLICT (deed, lang) DO UPDATE SET body = excluded.body, figure = excluded.figure;

--: run deed_text_delete(deed int, lang text)
DELETE FROM deed_text WHERE deed = :deed AND lang = :lang;

--: run deed_texts_clear(deed int)
DELETE FROM deed_text WHERE deed = :deed;

--: maybe deed_text_one(deed int, lang text)
-- Its texts in exactly this language.
SELECT body, figure FROM deed_text WHERE deed = :deed AND lang = :lang;

-- ---- notes ----

--: add note_add(commitment int, number int, day day, is_public bool, person int?, body text, body_en text)
INSERT INTO note (commitment, number, day, is_public, person, body, body_en)
VALUES (:commitment, :number, :day, :is_public, :person, :body, :body_en);

--: many notes(commitment int)
-- All of a commitment, also those for the team alone.
SELECT n.id, n.number, n.day, n.is_public, n.body, n.body_en, p.name AS "person:text?"
FROM note n LEFT JOIN person p ON p.id = n.person WHERE n.commitment = :commitment
ORDER BY n.number LIMIT 500;

--: count note_next(commitment int)
SELECT coalesce(max(n.number), 0) + 1 FROM note n WHERE n.commitment = :commitment;

--: run note_delete(commitment int, number int)
DELETE FROM note WHERE commitment = :commitment AND number = :number;

--: run note_put(commitment int, number int, day day, is_public bool, body text, body_en text)
-- A note of a folder; who wrote it is not known.
INSERT INTO note (commitment, number, day, is_public, person, body, body_en)
VALUES (:commitment, :number, :day, :is_public, NULL, :body, :body_en)
ON CONFLICT (commitment, number) DO UPDATE SET day = excluded.day, is_public = excluded.is_public,
   body = excluded.body, body_en = excluded.body_en;

--: run notes_public_clear(commitment int)
-- Before a folder says them anew; notes for the team stay.
DELETE FROM note WHERE commitment = :commitment AND is_public = 1;

--: run notes_clear(commitment int)
DELETE FROM note WHERE commitment = :commitment;

-- ---- law 4: what became of promises ----

--: one chain_of_commitments(dialogue int, today day)
-- Lateness counts from the first date promised.
SELECT count(*) AS "commitments:int",
       count(CASE WHEN c.state < 2 THEN 1 END) AS "open:int",
       count(CASE WHEN c.state < 2 AND c.first_due < :today THEN 1 END) AS "late:int",
       count(CASE WHEN c.state = 2 AND c.ended <= c.first_due THEN 1 END) AS "kept:int",
       count(CASE WHEN c.state = 2 AND c.ended > c.first_due THEN 1 END) AS "kept_late:int",
       count(CASE WHEN c.state = 3 THEN 1 END) AS "stopped:int",
       min(CASE WHEN c.state < 2 THEN c.first_due END) AS "oldest:day?",
       (SELECT count(*) FROM commitment b JOIN commitment_moved m ON m.commitment = b.id
        WHERE b.dialogue = :dialogue) AS "moves:int"
FROM commitment c WHERE c.dialogue = :dialogue;
