-- Setting up a gathering: what the pages for it ask, and what only the team knows of it.
--: owns gathering_plan, programme_plan, table_plan
--: reads gathering, gathering_text, programme, programme_text, tables, theme, theme_text
--: reads person, role, finding, voice, registration, registration_need
--: include "features/dialogue/dialogue.h"
--: type day day
--: type until day
--: type starts clock
--: type ends clock
--: type about bool
--: type announced bool
--: type registers bool
--: type team bool
--: type open_table bool
--: type programme.kind enum programme_kind

-- ---- gatherings ----

--: many organise_list(dialogue int, own text)
-- Every gathering of a dialogue, the last one first.
SELECT g.id, g.slug, g.day, g.starts, g.announced, x.title, x.place,
       (SELECT count(*) FROM tables t WHERE t.gathering = g.id) AS "tables:int"
FROM gathering g JOIN gathering_text x ON x.gathering = g.id AND x.lang = :own
WHERE g.dialogue = :dialogue ORDER BY g.day DESC, g.id DESC LIMIT 200;

--: maybe organise_evening(dialogue int, slug text, own text)
-- One gathering with its plan.
SELECT g.id, g.slug, g.position, g.day, g.starts, g.ends, g.people, g.about, g.picture, g.announced,
       x.title, x.place, x.body, p.capacity, coalesce(p.registers, 0) AS "registers:bool",
       p.until, coalesce(p.note, '') AS "note:text",
       (SELECT count(*) FROM tables t WHERE t.gathering = g.id) AS "tables:int",
       coalesce((SELECT max(t.round) FROM tables t WHERE t.gathering = g.id), 0) AS "rounds:int",
       coalesce((SELECT max(t.number) FROM tables t WHERE t.gathering = g.id), 0) AS "numbers:int",
       (SELECT count(*) FROM programme i WHERE i.gathering = g.id AND i.team = 0) AS "items:int"
FROM gathering g
JOIN gathering_text x ON x.gathering = g.id AND x.lang = :own
LEFT JOIN gathering_plan p ON p.gathering = g.id
WHERE g.dialogue = :dialogue AND g.slug = :slug;

--: one organise_next(dialogue int)
-- The place of a new gathering: behind all others.
SELECT coalesce(max(position), 0) + 1 AS "position:int" FROM gathering WHERE dialogue = :dialogue;

--: maybe organise_text(gathering int, lang text)
-- Its texts in one language.
SELECT title, place, body FROM gathering_text WHERE gathering = :gathering AND lang = :lang;

--: one organise_hangs(gathering int)
-- What would lose its place without this gathering.
SELECT (SELECT count(*) FROM tables t JOIN finding f ON f.at_table = t.id
        WHERE t.gathering = :gathering) AS "findings:int",
       (SELECT count(*) FROM tables t JOIN voice v ON v.at_table = t.id
        WHERE t.gathering = :gathering) AS "voices:int",
       (SELECT count(*) FROM registration r WHERE r.gathering = :gathering) AS "registrations:int";

--: run gathering_plan_put(gathering int, capacity int?, registers bool, until day?, note text)
-- How many can come, and what the team wrote down.
INSERT INTO gathering_plan (gathering, capacity, registers, until, note)
VALUES (:gathering, :capacity, :registers, :until, :note)
ON CONFLICT (gathering) DO UPDATE SET capacity = excluded.capacity, registers = excluded.registers,
   until = excluded.until, note = excluded.note;

--: run gathering_plan_open(gathering int, capacity int?, registers bool, until day?)
-- The same, as a folder says it: what the team wrote down stays.
INSERT INTO gathering_plan (gathering, capacity, registers, until, note)
VALUES (:gathering, :capacity, :registers, :until, '')
ON CONFLICT (gathering) DO UPDATE SET capacity = excluded.capacity, registers = excluded.registers,
   until = excluded.until;

--: run gathering_plan_close(gathering int)
-- Nobody can register, and nothing is said of how many can come.
UPDATE gathering_plan SET capacity = NULL, registers = 0, until = NULL WHERE gathering = :gathering;

-- ---- programme ----

--: many organise_items(gathering int, own text)
-- What happens that evening, also what only the team does, by the clock.
SELECT p.id, p.position, p.starts, p.kind, p.team, x.title, x.body, coalesce(n.doer, '') AS "doer:text",
       coalesce(n.ready, '') AS "ready:text"
FROM programme p
JOIN programme_text x ON x.programme = p.id AND x.lang = :own
LEFT JOIN programme_plan n ON n.programme = p.id
WHERE p.gathering = :gathering ORDER BY coalesce(p.starts, 1440), p.position LIMIT 200;

--: maybe organise_item(gathering int, item int, own text)
-- One of these.
SELECT p.id, p.position, p.starts, p.kind, p.team, x.title, x.body, coalesce(n.doer, '') AS "doer:text",
       coalesce(n.ready, '') AS "ready:text"
FROM programme p
JOIN programme_text x ON x.programme = p.id AND x.lang = :own
LEFT JOIN programme_plan n ON n.programme = p.id
WHERE p.id = :item AND p.gathering = :gathering;

--: maybe organise_item_text(item int, lang text)
-- Its texts in one language.
SELECT title, body FROM programme_text WHERE programme = :item AND lang = :lang;

--: many organise_item_texts(item int)
-- Its texts in every language.
SELECT lang, title, body FROM programme_text WHERE programme = :item ORDER BY lang LIMIT 20;

--: run programme_plan_put(programme int, doer text, ready text)
-- What an item needs of the team.
INSERT INTO programme_plan (programme, doer, ready) VALUES (:programme, :doer, :ready)
ON CONFLICT (programme) DO UPDATE SET doer = excluded.doer, ready = excluded.ready;

-- ---- tables ----

--: many organise_tables(gathering int, own text)
-- The tables, round by round, with who leads them. Eight seats until somebody says otherwise.
SELECT t.id, t.round, t.number, t.position, t.theme, t.place, h.open_table, x.title,
       coalesce(p.seats, 8) AS "seats:int", coalesce(p.wheelchairs, 0) AS "wheelchairs:int",
       coalesce(p.interpreter, '') AS "interpreter:text", p.host, coalesce(p.host_name, '') AS "host_name:text",
       p.noter, coalesce(p.noter_name, '') AS "noter_name:text",
       coalesce(nullif(p.host_name, ''), a.name, '') AS "leads:text",
       coalesce(nullif(p.noter_name, ''), b.name, '') AS "notes:text"
FROM tables t
JOIN theme h ON h.id = t.theme
JOIN theme_text x ON x.theme = t.theme AND x.lang = :own
LEFT JOIN table_plan p ON p.at_table = t.id
LEFT JOIN person a ON a.id = p.host
LEFT JOIN person b ON b.id = p.noter
WHERE t.gathering = :gathering ORDER BY t.round, t.number LIMIT 1000;

--: one organise_table_hangs(at_table int)
-- What was noted at a table.
SELECT (SELECT count(*) FROM finding f WHERE f.at_table = :at_table) AS "findings:int",
       (SELECT count(*) FROM voice v WHERE v.at_table = :at_table) AS "voices:int";

--: run table_plan_put(at_table int, seats int, wheelchairs int, interpreter text, host int?,
--:                    host_name text, noter int?, noter_name text)
-- Who leads a table, and how many sit there.
INSERT INTO table_plan (at_table, seats, wheelchairs, interpreter, host, host_name, noter, noter_name)
VALUES (:at_table, :seats, :wheelchairs, :interpreter, :host, :host_name, :noter, :noter_name)
ON CONFLICT (at_table) DO UPDATE SET seats = excluded.seats, wheelchairs = excluded.wheelchairs,
   interpreter = excluded.interpreter, host = excluded.host, host_name = excluded.host_name,
   noter = excluded.noter, noter_name = excluded.noter_name;

--: run table_seats_put(at_table int, seats int, wheelchairs int, interpreter text)
-- How many sit there, as a folder says it: who leads it stays.
INSERT INTO table_plan (at_table, seats, wheelchairs, interpreter, host, host_name, noter, noter_name)
VALUES (:at_table, :seats, :wheelchairs, :interpreter, NULL, '', NULL, '')
ON CONFLICT (at_table) DO UPDATE SET seats = excluded.seats, wheelchairs = excluded.wheelchairs,
   interpreter = excluded.interpreter;

--: run table_seats_reset(gathering int, seats int)
-- All its tables as they are until somebody plans them.
UPDATE table_plan SET seats = :seats, wheelchairs = 0, interpreter = ''
WHERE at_table IN (SELECT t.id FROM tables t WHERE t.gathering = :gathering);

--: many organise_themes(dialogue int, own text)
-- The themes a table can be about.
SELECT t.id, t.open_table, x.title FROM theme t JOIN theme_text x ON x.theme = t.id AND x.lang = :own
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: many organise_crew(dialogue int)
-- Who works with this dialogue, here or everywhere.
SELECT p.id, p.name FROM person p
WHERE p.ended IS NULL AND EXISTS (SELECT 1 FROM role r
    WHERE r.person = p.id AND (r.dialogue IS NULL OR r.dialogue = :dialogue))
ORDER BY p.name, p.id LIMIT 500;

-- ---- what the evening needs ----

--: one organise_needs(gathering int)
-- How many come, and what they need.
SELECT (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 0) AS "comes:int",
       (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 1) AS "waits:int",
       (SELECT count(*) FROM registration_need n JOIN registration r ON r.id = n.registration
        WHERE n.gathering = :gathering AND r.state = 0 AND n.wheelchair = 1) AS "wheelchairs:int",
       (SELECT coalesce(sum(n.childcare), 0) FROM registration_need n JOIN registration r ON r.id = n.registration
        WHERE n.gathering = :gathering AND r.state = 0) AS "children:int";

--: many organise_tongues(gathering int)
-- For how many people an interpreter is needed, by language.
-- sort: what people need on one evening
SELECT n.interpreter, count(*) AS "people:int" FROM registration_need n
JOIN registration r ON r.id = n.registration
WHERE n.gathering = :gathering AND r.state = 0 AND n.interpreter <> ''
GROUP BY n.interpreter ORDER BY n.interpreter LIMIT 50;

--: many organise_diets(gathering int)
-- What people do not eat, without their names.
-- sort: what people need on one evening
SELECT n.diet FROM registration_need n JOIN registration r ON r.id = n.registration
WHERE n.gathering = :gathering AND r.state = 0 AND n.diet <> '' ORDER BY n.diet LIMIT 300;

-- ---- at the end date ----

--: run crew_forget(before day)
-- Who helped at a gathering that was before then.
DELETE FROM programme_plan WHERE programme IN (SELECT p.id FROM gathering g
    JOIN programme p ON p.gathering = g.id WHERE g.day < :before);

--: run crew_forget_tables(before day)
UPDATE table_plan SET host = NULL, host_name = '', noter = NULL, noter_name = ''
WHERE at_table IN (SELECT t.id FROM gathering g JOIN tables t ON t.gathering = g.id WHERE g.day < :before)
AND (host IS NOT NULL OR noter IS NOT NULL OR host_name <> '' OR noter_name <> '');

--: run crew_forget_notes(before day)
UPDATE gathering_plan SET note = ''
WHERE note <> '' AND gathering IN (SELECT g.id FROM gathering g WHERE g.day < :before);
