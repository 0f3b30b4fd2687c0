-- Who is asked how a promise goes, and what they answered.
--: owns asking
--: reads owner_contact, commitment, commitment_text, commitment_owner, department, dialogue, person
--: include "algo/reminding.h"
--: include "features/dialogue/dialogue.h"
--: include "features/keeping/owner_answer.h"
--: include "web/mail.h"
--: type occasion enum occasion
--: type answer enum owner_answer
--: type delivery enum mail_state
--: type horizon enum horizon
--: type state enum commitment_state
--: type day day
--: type answered day
--: type made day
--: type due day
--: type first_due day
--: type ended day

--: part owner_with_address
-- An owner, what they promised, and when they were asked and heard last.
SELECT k.commitment, k.department, k.name, k.email, w.name AS "owner:text", c.number, d.slug,
       d.lang AS "own:text", t.title, c.made, c.first_due, c.due, c.state, c.ended, c.horizon,
       (SELECT max(q.day) FROM asking q WHERE q.commitment = k.commitment AND q.department = k.department
        AND q.closed = 0) AS "asked:day?",
       (SELECT max(q.answered) FROM asking q WHERE q.commitment = k.commitment) AS "heard:day?"
FROM owner_contact k
JOIN commitment c ON c.id = k.commitment
JOIN dialogue d ON d.id = c.dialogue
JOIN commitment_text t ON t.commitment = c.id AND t.lang = d.lang
JOIN department w ON w.id = k.department

--: part still_owns
(c.owner = k.department OR EXISTS (SELECT 1 FROM commitment_owner o
                                   WHERE o.commitment = c.id AND o.department = k.department))

--: many owners_to_ask(after int, after_department int)
-- Owners with an address, behind one in their order.
{owner_with_address}
WHERE (k.commitment, k.department) > (:after, :after_department) AND k.email <> ''
AND {still_owns}
ORDER BY k.commitment, k.department LIMIT 200;

--: many owners_of(commitment int) like owners_to_ask
-- The owners of one commitment with an address.
{owner_with_address}
WHERE k.commitment = :commitment AND k.email <> ''
AND {still_owns}
ORDER BY k.department LIMIT 50;

--: count asking_next(commitment int)
SELECT coalesce(max(q.number), 0) + 1 FROM asking q WHERE q.commitment = :commitment;

--: add asking_add(commitment int, number int, department int, occasion enum occasion, day day, hash bytes,
--:                asked_by int?)
-- Asked, with a mail in the same transaction.
INSERT INTO asking (commitment, number, department, occasion, day, hash, delivery, answered, answer, asked_by)
VALUES (:commitment, :number, :department, :occasion, :day, :hash, 0, NULL, NULL, :asked_by);

--: maybe asking_open(hash bytes, lang text)
-- What a link opens. asked: who got it is still the one who is asked; newest: of the mails that arrived.
SELECT k.id, k.commitment, k.number AS "asking:int", k.day, k.answered, k.answer,
       k.closed = 0 AND {still_owns} AS "asked:bool", c.number, c.dialogue, c.state, c.made, c.first_due, c.due, c.ended, c.horizon, d.slug, d.lang AS "own:text", w.name AS "owner:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT coalesce(max(n.number), 0) FROM asking n WHERE n.commitment = k.commitment
        AND n.department = k.department AND n.delivery <> 2)
           AS "newest:int"
FROM asking k
JOIN commitment c ON c.id = k.commitment
JOIN dialogue d ON d.id = c.dialogue
JOIN department w ON w.id = k.department
JOIN commitment_text o ON o.commitment = c.id AND o.lang = d.lang
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
WHERE k.hash = :hash LIMIT 1;

--: run asking_answer(asking int, answered day, answer enum owner_answer)
UPDATE asking SET answered = :answered, answer = :answer WHERE id = :asking AND answered IS NULL;

--: count asked_on(commitment int, department int, day day)
-- Mails to an owner on a day, but for those that could not be delivered or went to an address of before.
SELECT count(*) FROM asking q
WHERE q.commitment = :commitment AND q.department = :department AND q.day = :day AND q.delivery <> 2
AND q.closed = 0;

--: part asked_of
SELECT q.number, q.occasion, q.day, q.delivery, q.answered, q.answer, c.number AS "commitment:int",
       t.title, w.name AS "owner:text", p.name AS "person:text?"
FROM commitment c
JOIN asking q ON q.commitment = c.id
JOIN dialogue d ON d.id = c.dialogue
JOIN commitment_text t ON t.commitment = c.id AND t.lang = d.lang
JOIN department w ON w.id = q.department
LEFT JOIN person p ON p.id = q.asked_by

--: many askings_shown(commitment int)
-- Who was asked about one commitment, the newest first.
{asked_of}
WHERE q.commitment = :commitment ORDER BY q.number DESC LIMIT 200;

--: many askings_in(dialogue int) like askings_shown
-- The newest of a whole dialogue.
-- sort: the newest of some thousands
{asked_of}
WHERE c.dialogue = :dialogue ORDER BY q.id DESC LIMIT 200;

--: run askings_forget(before day)
-- Links about what ended before that day are wiped; that it was asked stays.
UPDATE asking SET hash = NULL
WHERE commitment IN (SELECT c.id FROM commitment c WHERE c.ended < :before AND (c.state = 3 OR c.horizon = 0));

-- ---- in files ----

--: run askings_clear(dialogue int)
-- Those that came with a folder, before another says them anew.
DELETE FROM asking
WHERE hash IS NULL AND commitment IN (SELECT c.id FROM commitment c WHERE c.dialogue = :dialogue);

--: run asking_put(commitment int, number int, department int, occasion enum occasion, day day,
--:                answered day?, answer enum owner_answer?)
-- Asked before, as a folder says; one that was asked here keeps its link.
INSERT INTO asking (commitment, number, department, occasion, day, hash, delivery, answered, answer, asked_by)
VALUES (:commitment, :number, :department, :occasion, :day, NULL, 1, :answered, :answer, NULL)
ON CONFLICT (commitment, number) DO UPDATE SET department = excluded.department, occasion = excluded.occasion,
   day = excluded.day, answered = excluded.answered, answer = excluded.answer;
