-- What the city says to the questions of a report.
--: owns reply
--: reads point, point_text, point_given, edition
--: type day day
--: type first instant

--: many questions(dialogue int, edition int, own text)
-- The questions of an edition, those without a reply first, with the day they first stood in a report.
-- sort: the questions of one report
SELECT p.number, o.body, r.day, r.body AS "reply:text?",
       (SELECT min(e.published) FROM edition e JOIN point q ON q.edition = e.id AND q.id = p.id
        WHERE e.dialogue = :dialogue) AS "first:instant"
FROM point p
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
LEFT JOIN reply r ON r.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue AND p.kind = 3
ORDER BY r.point IS NOT NULL, p.position LIMIT 500;

--: maybe question_find(dialogue int, number int, own text)
-- A question as it stands in the newest edition that has it.
SELECT p.id, o.body FROM edition e
JOIN point p ON p.edition = e.id AND p.dialogue = e.dialogue
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
WHERE e.dialogue = :dialogue AND p.number = :number AND p.kind = 3 ORDER BY e.number DESC LIMIT 1;

--: maybe reply_find(point int)
SELECT day, body, body_en, url FROM reply WHERE point = :point;

--: run reply_put(point int, day day, body text, body_en text, url text)
INSERT INTO reply (point, day, body, body_en, url) VALUES (:point, :day, :body, :body_en, :url)
ON CONFLICT (point) DO UPDATE SET day = excluded.day, body = excluded.body, body_en = excluded.body_en,
   url = excluded.url;

--: run reply_delete(point int)
DELETE FROM reply WHERE point = :point;

--: run replies_clear(dialogue int)
-- Before a folder says them anew.
DELETE FROM reply WHERE point IN (SELECT g.id FROM point_given g WHERE g.dialogue = :dialogue);

--: one chain_of_questions(dialogue int, edition int)
-- Law 3: every question of an edition has a reply or waits.
SELECT count(*) AS "questions:int", count(r.point) AS "replied:int",
       count(CASE WHEN r.point IS NULL THEN 1 END) AS "waiting:int",
       min(CASE WHEN r.point IS NULL THEN (SELECT min(e.published) FROM edition e
           JOIN point q ON q.edition = e.id AND q.id = p.id WHERE e.dialogue = :dialogue) END)
           AS "waits_since:instant?"
FROM point p LEFT JOIN reply r ON r.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue AND p.kind = 3;
