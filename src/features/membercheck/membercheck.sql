-- Points that go back to the tables of an evening: who may answer, what they said, what was decided.
--: owns membercheck, membercheck_link, membercheck_answer, membercheck_aside
--: reads dialogue, gathering, gathering_text, tables, table_plan, seat, registration, person, role
--: reads point, point_given, point_text, point_theme, point_voice, point_finding, theme_text
--: reads voice, finding, finding_text, objection, history
--: include "features/membercheck/who.h"
--: include "features/dialogue/dialogue.h"
--: type gathering.day day
--: type until day
--: type sent instant
--: type membercheck_answer.at instant
--: type objection.at instant
--: type decided instant
--: type agrees bool
--: type adopted bool
--: type granted bool
--: type who enum membercheck_who
--: type kind enum kind
--: type reason enum reason
--: type membercheck_answer.reason text

-- ---- the evening ----

--: maybe membercheck_evening(dialogue int, slug text, own text, lang text)
-- An evening, and whether its points were laid before the tables.
SELECT g.id, g.slug, g.day, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       m.sent, m.until, p.name AS "sender:text?"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
LEFT JOIN membercheck m ON m.gathering = g.id
LEFT JOIN person p ON p.id = m.sent_by
WHERE g.dialogue = :dialogue AND g.slug = :slug;

--: many membercheck_tables(gathering int)
-- Its tables, with how many points of the draft rest on what was said there, and what was answered.
-- sort: tables of one evening
SELECT t.number,
       (SELECT count(*) FROM (
            SELECT r.point FROM tables s JOIN voice v ON v.at_table = s.id
            JOIN point_voice r ON r.voice = v.id AND r.edition = 0
            WHERE s.gathering = :gathering AND s.number = t.number
            UNION
            SELECT r.point FROM tables s JOIN finding f ON f.at_table = s.id
            JOIN point_finding r ON r.finding = f.id AND r.edition = 0
            WHERE s.gathering = :gathering AND s.number = t.number)) AS "points:int",
       (SELECT count(*) FROM membercheck_link l WHERE l.gathering = :gathering AND l.number = t.number
        AND l.who <> 3) AS "links:int",
       (SELECT count(*) FROM membercheck_link l JOIN membercheck_answer a ON a.link = l.id
        WHERE l.gathering = :gathering AND l.number = t.number AND a.agrees = 1) AS "agreed:int",
       (SELECT count(*) FROM membercheck_link l JOIN membercheck_answer a ON a.link = l.id
        WHERE l.gathering = :gathering AND l.number = t.number AND a.agrees = 0) AS "objected:int"
FROM (SELECT DISTINCT s.number FROM tables s WHERE s.gathering = :gathering) t
ORDER BY t.number LIMIT 300;

--: run membercheck_put(gathering int, sent instant, sent_by int?, until day)
-- It is sent; once more only moves the last day.
INSERT INTO membercheck (gathering, sent, sent_by, until) VALUES (:gathering, :sent, :sent_by, :until)
ON CONFLICT (gathering) DO UPDATE SET until = excluded.until;

-- ---- who may answer ----

--: many membercheck_crew(gathering int)
-- Colleagues who led a table or took notes there, one after the other.
-- sort: the crew of one evening
SELECT x.person AS "person:int", x.number AS "number:int", min(x.who) AS "who:int", p.name AS "name:text",
       p.email AS "email:text"
FROM (SELECT t.number AS number, c.host AS person, 0 AS who FROM tables t JOIN table_plan c ON c.at_table = t.id
      WHERE t.gathering = :gathering AND c.host IS NOT NULL
      UNION ALL
      SELECT t.number, c.noter, 1 FROM tables t JOIN table_plan c ON c.at_table = t.id
      WHERE t.gathering = :gathering AND c.noter IS NOT NULL) AS x
JOIN person p ON p.id = x.person
WHERE EXISTS (SELECT 1 FROM role o WHERE o.person = p.id)
GROUP BY x.person, x.number ORDER BY x.person, x.number LIMIT 2000;

--: count membercheck_named(gathering int)
-- Who led or noted, and is known by name only: they cannot be reached by mail.
SELECT count(*) FROM (
    SELECT c.host_name AS name FROM tables t JOIN table_plan c ON c.at_table = t.id
    WHERE t.gathering = :gathering AND c.host IS NULL AND c.host_name <> ''
    UNION
    SELECT c.noter_name FROM tables t JOIN table_plan c ON c.at_table = t.id
    WHERE t.gathering = :gathering AND c.noter IS NULL AND c.noter_name <> '');

--: many membercheck_guests(gathering int)
-- Who took part, wants to hear from us and has an address, with the tables where they sat. Those who came in
-- took part; when nobody was checked in, those who said they come.
-- sort: the seats of one evening
SELECT DISTINCT r.id, t.number, r.name, r.email, r.lang
FROM registration r
JOIN seat s ON s.registration = r.id
JOIN tables t ON t.id = s.at_table
WHERE r.gathering = :gathering AND r.again = 1 AND r.email <> '' AND r.state = 0
AND (r.arrived IS NOT NULL OR NOT EXISTS (
     SELECT 1 FROM registration y WHERE y.gathering = :gathering AND y.arrived IS NOT NULL))
ORDER BY r.id, t.number LIMIT 10000;

--: one membercheck_unreached(gathering int)
-- Who took part and gets no mail: because we do not know their table, or have no address or no leave.
SELECT (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 0
        AND r.again = 1 AND r.email <> ''
        AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.registration = r.id AND s.at_table IS NOT NULL))
       AS "seatless:int",
       (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 0
        AND (r.again = 0 OR r.email = '')) AS "silent:int"
FROM gathering g WHERE g.id = :gathering LIMIT 1;

--: add membercheck_link_add(gathering int, number int, who enum membercheck_who, registration int?, person int?,
--:                         hash bytes)
-- ERR_CLASH when they have one.
INSERT INTO membercheck_link (gathering, number, who, registration, person, hash)
VALUES (:gathering, :number, :who, :registration, :person, :hash) ON CONFLICT DO NOTHING;

--: maybe membercheck_open(hash bytes)
-- What a link opens: one table.
SELECT l.id, l.number, l.who, l.gathering, m.sent, m.until, g.day, g.slug AS "evening:text", d.id AS "dialogue:int",
       d.slug AS "dialogue_slug:text"
FROM membercheck_link l
JOIN membercheck m ON m.gathering = l.gathering
JOIN gathering g ON g.id = l.gathering
JOIN dialogue d ON d.id = g.dialogue
WHERE l.hash = :hash;

-- ---- what they see ----

--: many membercheck_points(gathering int, number int, own text, lang text)
-- The points of the draft that rest on what a table said, in the order of the report.
-- sort: the points of one table
SELECT p.id, p.number, p.kind, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       o.body AS "own_body:text",
       (SELECT count(*) FROM point_voice r WHERE r.edition = 0 AND r.point = p.id)
     + (SELECT count(*) FROM point_finding r WHERE r.edition = 0 AND r.point = p.id) AS "rests:int"
FROM (SELECT r.point AS point FROM tables s JOIN voice v ON v.at_table = s.id
      JOIN point_voice r ON r.voice = v.id AND r.edition = 0
      WHERE s.gathering = :gathering AND s.number = :number
      UNION
      SELECT r.point FROM tables s JOIN finding f ON f.at_table = s.id
      JOIN point_finding r ON r.finding = f.id AND r.edition = 0
      WHERE s.gathering = :gathering AND s.number = :number) AS u
JOIN point p ON p.edition = 0 AND p.id = u.point
JOIN point_text o ON o.edition = 0 AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = 0 AND x.point = p.id AND x.lang = :lang
ORDER BY p.position LIMIT 300;

--: many membercheck_notes(gathering int, number int, own text, lang text)
-- What that table said, as far as a point of the draft rests on it. Words not everybody may read are empty.
-- sort: the notes of one table
SELECT u.point AS "point:int", u.number AS "number:int", u.finding AS "finding:bool", u.lang AS "lang:text",
       u.body AS "body:text"
FROM (SELECT r.point AS point, v.number AS number, 0 AS finding, v.lang AS lang,
             CASE WHEN v.visibility = 1 THEN v.body ELSE '' END AS body
      FROM tables s JOIN voice v ON v.at_table = s.id
      JOIN point_voice r ON r.voice = v.id AND r.edition = 0
      WHERE s.gathering = :gathering AND s.number = :number
      UNION ALL
      SELECT r.point, f.number, 1, coalesce(x.lang, o.lang), coalesce(x.body, o.body)
      FROM tables s JOIN finding f ON f.at_table = s.id
      JOIN point_finding r ON r.finding = f.id AND r.edition = 0
      JOIN finding_text o ON o.finding = f.id AND o.lang = :own
      LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
      WHERE s.gathering = :gathering AND s.number = :number) AS u
ORDER BY u.point, u.finding, u.number LIMIT 3000;

--: many membercheck_asides(gathering int, number int)
-- What a table said and was set aside, as far as everybody may read it.
-- sort: the notes of one table
SELECT v.id, v.number, v.lang, v.body, v.reason
FROM tables s JOIN voice v ON v.at_table = s.id
WHERE s.gathering = :gathering AND s.number = :number AND v.account = 1 AND v.visibility = 1
ORDER BY v.number LIMIT 300;

--: many membercheck_objections(link int)
-- What was objected by this link to setting aside, and what came of it.
SELECT o.id, o.at, o.body, o.decided, o.granted, o.answer, v.number,
       CASE WHEN v.visibility = 1 THEN v.body ELSE '' END AS "words:text", v.lang
FROM membercheck_aside a
JOIN objection o ON o.id = a.objection
JOIN voice v ON v.id = o.voice
WHERE a.link = :link ORDER BY a.objection LIMIT 300;

--: run membercheck_aside_add(objection int, link int)
INSERT INTO membercheck_aside (objection, link) VALUES (:objection, :link);

-- ---- answers ----

--: many membercheck_answers(link int)
-- What was answered by a link, in that order.
SELECT a.id, a.point, g.number, a.at, a.agrees, a.about, a.body, a.decided, a.adopted, a.reason,
       EXISTS (SELECT 1 FROM point p WHERE p.edition = 0 AND p.id = a.point) AS "there:bool"
FROM membercheck_answer a JOIN point_given g ON g.id = a.point
WHERE a.link = :link ORDER BY a.id LIMIT 500;

--: add membercheck_answer_add(link int, point int, at instant, agrees bool, about text, body text)
INSERT INTO membercheck_answer (link, point, at, agrees, about, body, reason)
VALUES (:link, :point, :at, :agrees, :about, :body, '');

--: many membercheck_waiting(gathering int, own text)
-- Objections to points, those that wait first, then the newest.
-- sort: the objections of one evening
SELECT a.id, a.point, g.number, a.at, a.body, a.decided, a.adopted, a.reason, l.number AS "at_table:int", l.who,
       coalesce(x.body, a.about) AS "said:text"
FROM membercheck_link l
JOIN membercheck_answer a ON a.link = l.id AND a.agrees = 0
JOIN point_given g ON g.id = a.point
LEFT JOIN point_text x ON x.edition = 0 AND x.point = a.point AND x.lang = :own
WHERE l.gathering = :gathering ORDER BY a.decided IS NOT NULL, a.id LIMIT 500;

--: maybe membercheck_one(dialogue int, answer int, own text)
-- One objection, to be decided on.
SELECT a.id, a.point, n.number, a.at, a.about, a.body, a.decided, a.adopted, a.reason, l.who,
       l.number AS "at_table:int", g.slug AS "evening:text", g.id AS "gathering:int", t.title, p.name AS "decider:text?"
FROM membercheck_answer a
JOIN membercheck_link l ON l.id = a.link
JOIN gathering g ON g.id = l.gathering
JOIN gathering_text t ON t.gathering = g.id AND t.lang = :own
JOIN point_given n ON n.id = a.point
LEFT JOIN person p ON p.id = a.decided_by
WHERE a.id = :answer AND a.agrees = 0 AND g.dialogue = :dialogue;

--: count membercheck_edited(point int, person int)
-- Did this person make or change the point? What they changed because of an objection does not count.
SELECT count(*) FROM history h WHERE h.thing = 3 AND h.number = :point AND h.person = :person AND h.undone = 0
AND h.act NOT IN (15, 17, 18, 19)
AND NOT EXISTS (SELECT 1 FROM history x WHERE x.batch = h.batch AND x.thing = 3 AND x.number = :point
                AND x.act = 19);

--: run membercheck_decide(answer int, decided instant, decided_by int, adopted bool, reason text)
-- Decided once.
UPDATE membercheck_answer SET decided = :decided, decided_by = :decided_by, adopted = :adopted, reason = :reason
WHERE id = :answer AND decided IS NULL;

-- ---- at the end date ----

--: run membercheck_forget_words(dialogue int)
-- What was said to and fro; that it was said stays.
UPDATE membercheck_answer SET body = '', reason = '', decided_by = NULL WHERE link IN (
    SELECT l.id FROM membercheck_link l JOIN gathering g ON g.id = l.gathering WHERE g.dialogue = :dialogue);

--: run membercheck_forget_links(dialogue int)
-- Links that no longer open, of nobody.
UPDATE membercheck_link SET registration = NULL, person = NULL, hash = NULL WHERE gathering IN (
    SELECT g.id FROM gathering g WHERE g.dialogue = :dialogue);
