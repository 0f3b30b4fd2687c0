-- How a report was made, in numbers.
--: owns turnout
--: reads dialogue, gathering, gathering_text, neighbourhood, registration, tables, table_plan, sheet, sheet_row
--: reads sheet_device, voice_sum, voice, finding, edition, point, point_voice, point_finding, history
--: reads edition_second, objection, membercheck, membercheck_link, membercheck_answer
--: include "features/making/aspect.h"
--: include "features/dialogue/dialogue.h"
--: type gathering.day day
--: type about bool
--: type seconded bool
--: type aspect enum turnout_aspect
--: type history.role enum who
--: type reason enum reason

-- ---- counted once ----

--: many turnout_due(today day)
-- Gatherings that are over and not counted yet.
SELECT g.id, g.dialogue, g.day FROM gathering g
WHERE g.day < :today AND NOT EXISTS (SELECT 1 FROM turnout t WHERE t.gathering = g.id AND t.aspect = 0)
ORDER BY g.id LIMIT 100;

--: many turnout_people(gathering int)
-- Who came, one by one: who came in, or, when nobody was checked in, who said they come.
SELECT r.comes_as, coalesce(r.age, -1) AS "age:int", coalesce(r.neighbourhood, -1) AS "neighbourhood:int"
FROM registration r
WHERE r.gathering = :gathering AND r.state = 0
AND (r.arrived IS NOT NULL OR NOT EXISTS (
     SELECT 1 FROM registration y WHERE y.gathering = :gathering AND y.arrived IS NOT NULL))
ORDER BY r.id LIMIT 10000;

--: many turnout_hoods(dialogue int)
-- The neighbourhoods of a dialogue.
SELECT n.id FROM neighbourhood n WHERE n.dialogue = :dialogue ORDER BY n.position, n.id LIMIT 1000;

--: one turnout_crew(gathering int)
-- How many led a table, and how many took notes.
SELECT (SELECT count(*) FROM (
            SELECT c.host AS id, '' AS name FROM tables t JOIN table_plan c ON c.at_table = t.id
            WHERE t.gathering = g.id AND c.host IS NOT NULL
            UNION
            SELECT 0, c.host_name FROM tables t JOIN table_plan c ON c.at_table = t.id
            WHERE t.gathering = g.id AND c.host IS NULL AND c.host_name <> '')) AS "hosts:int",
       (SELECT count(*) FROM (
            SELECT c.noter AS id, '' AS name FROM tables t JOIN table_plan c ON c.at_table = t.id
            WHERE t.gathering = g.id AND c.noter IS NOT NULL
            UNION
            SELECT 0, c.noter_name FROM tables t JOIN table_plan c ON c.at_table = t.id
            WHERE t.gathering = g.id AND c.noter IS NULL AND c.noter_name <> '')) AS "noters:int"
FROM gathering g WHERE g.id = :gathering LIMIT 1;

--: run turnout_put(gathering int, aspect enum turnout_aspect, class int, people int?)
INSERT INTO turnout (gathering, aspect, class, people) VALUES (:gathering, :aspect, :class, :people)
ON CONFLICT DO NOTHING;

-- ---- shown ----

--: many making_gatherings(dialogue int, today day, own text, lang text)
-- The gatherings that everybody may know of and that are over.
SELECT g.id, g.slug, g.day, g.people, g.about, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM tables t WHERE t.gathering = g.id) AS "tables:int",
       (SELECT count(*) FROM sheet s JOIN sheet_device d ON d.sheet = s.id WHERE s.gathering = g.id
        AND EXISTS (SELECT 1 FROM sheet_row r WHERE r.device = d.id AND r.act = 0)) AS "devices:int"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.announced = 1 AND g.day < :today ORDER BY g.day, g.id LIMIT 100;

--: many making_turnout(gathering int)
-- What was counted, in the order in which it is shown.
SELECT t.aspect, t.class, t.people FROM turnout t WHERE t.gathering = :gathering
ORDER BY t.aspect, t.class = -2, t.class = -1, t.class LIMIT 1100;

--: many making_hoods(dialogue int)
-- The neighbourhoods, with how many live there when that is filled in.
SELECT n.id, n.name, n.inhabitants FROM neighbourhood n WHERE n.dialogue = :dialogue
ORDER BY n.position, n.id LIMIT 1000;

--: one making_numbers(dialogue int, edition int)
-- The points of an edition and what they rest on; where all voices are.
-- sort: what one edition rests on
SELECT (SELECT count(*) FROM point p WHERE p.edition = :edition AND p.dialogue = :dialogue) AS "points:int",
       (SELECT count(DISTINCT r.voice) FROM point p JOIN point_voice r ON r.edition = p.edition AND r.point = p.id
        WHERE p.edition = :edition AND p.dialogue = :dialogue) AS "voices_under:int",
       (SELECT count(DISTINCT r.finding) FROM point p JOIN point_finding r ON r.edition = p.edition AND r.point = p.id
        WHERE p.edition = :edition AND p.dialogue = :dialogue) AS "findings_under:int",
       coalesce(sum(CASE WHEN s.standing = 1 THEN s.n ELSE 0 END), 0) AS "used:int",
       coalesce(sum(CASE WHEN s.standing = 0 THEN s.n ELSE 0 END), 0) AS "waiting:int",
       coalesce(sum(CASE WHEN s.standing = 2 THEN s.n ELSE 0 END), 0) AS "set_aside:int",
       coalesce(sum(CASE WHEN s.standing = 3 THEN s.n ELSE 0 END), 0) AS "only_counted:int",
       coalesce(sum(CASE WHEN s.standing = 4 THEN s.n ELSE 0 END), 0) AS "withdrawn:int"
FROM voice_sum s WHERE s.dialogue = :dialogue;

--: many making_reasons(dialogue int)
-- What was set aside, by the reason.
SELECT s.reason, sum(s.n) AS "voices:int" FROM voice_sum s
WHERE s.dialogue = :dialogue AND s.standing = 2 AND s.reason > 0 GROUP BY s.reason ORDER BY s.reason LIMIT 100;

--: many making_editors(dialogue int)
-- How many people worked on points, by the role they did it in.
-- sort: as many rows as there are roles
SELECT h.role, count(DISTINCT h.person) AS "people:int" FROM history h
WHERE h.dialogue = :dialogue AND h.thing = 3 AND h.person IS NOT NULL GROUP BY h.role ORDER BY h.role DESC LIMIT 10;

--: one making_answers(dialogue int)
-- What tables said of the draft points, and what was decided.
SELECT (SELECT count(*) FROM membercheck m JOIN gathering g ON g.id = m.gathering
        WHERE g.dialogue = :dialogue) AS "sent:int",
       count(CASE WHEN a.agrees = 1 THEN 1 END) AS "agreed:int",
       count(CASE WHEN a.agrees = 0 THEN 1 END) AS "objected:int",
       count(CASE WHEN a.adopted = 1 THEN 1 END) AS "adopted:int",
       count(CASE WHEN a.adopted = 0 THEN 1 END) AS "kept:int"
FROM gathering g
JOIN membercheck_link l ON l.gathering = g.id
JOIN membercheck_answer a ON a.link = l.id
WHERE g.dialogue = :dialogue;

--: one making_objections(dialogue int)
-- Objections to hiding or setting aside, and what was decided.
SELECT count(*) AS "objected:int", count(CASE WHEN o.granted = 1 THEN 1 END) AS "granted:int",
       count(CASE WHEN o.granted = 0 THEN 1 END) AS "refused:int"
FROM objection o WHERE o.dialogue = :dialogue;

--: maybe making_second(edition int)
-- Whether somebody else looked before it appeared.
SELECT s.seconded FROM edition_second s WHERE s.edition = :edition;
