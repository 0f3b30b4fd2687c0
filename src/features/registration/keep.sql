-- Registrations: finding one, keeping one, moving up, cancelling.
--: owns registration, registration_need, registration_theme, registration_wish
--: reads gathering, gathering_text, gathering_plan, tables, dialogue, theme, theme_text, neighbourhood
--: reads id_given
--: include "features/registration/registration.h"
--: type made instant
--: type arrived instant
--: type channel enum registered_by
--: type state enum registration_state
--: type age enum age_group
--: type comes_as enum comes_as
--: type again bool
--: type wheelchair bool
--: type apart bool
--: type day day
--: type until day
--: type starts clock
--: type ends clock

--: maybe registering_at(dialogue int, slug text, own text, lang text, always bool)
-- A gathering that was announced (or `always`), and whether one can register for it.
SELECT g.id, g.slug, g.announced AS "announced:bool", g.day, g.starts, g.ends, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.place, o.place) AS "place:text", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(p.registers, 0) AS "registers:bool", p.until, p.capacity
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
LEFT JOIN gathering_plan p ON p.gathering = g.id
WHERE g.dialogue = :dialogue AND g.slug = :slug AND (g.announced = 1 OR :always = 1) LIMIT 1;

--: maybe registration_by_code(code bytes, lang text)
-- The registration behind a code, with its gathering.
SELECT r.id, r.gathering, r.number, r.made, r.lang AS "speaks:text", r.state, r.name, r.email, r.phone,
       r.neighbourhood, n.name AS "hood:text?", r.age, r.comes_as, r.again, r.arrived,
       (SELECT count(*) FROM tables t WHERE t.gathering = g.id) AS "tables:int",
       d.id AS "dialogue:int", d.slug AS "slug:text", d.lang AS "own:text", g.slug AS "evening:text",
       g.day, g.starts, g.ends,
       coalesce(x.title, o.title) AS "title:text", coalesce(x.place, o.place) AS "place:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM registration r
JOIN gathering g ON g.id = r.gathering
JOIN dialogue d ON d.id = g.dialogue
JOIN gathering_text o ON o.gathering = g.id AND o.lang = d.lang
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
LEFT JOIN neighbourhood n ON n.id = r.neighbourhood
WHERE r.code = :code;

--: maybe registration_code_of(gathering int, registration int)
-- The code of a registration at this gathering, as it is kept.
SELECT code FROM registration WHERE id = :registration AND gathering = :gathering;

--: maybe registration_need_of(registration int)
-- What somebody needs.
SELECT wheelchair, interpreter, childcare, diet FROM registration_need WHERE registration = :registration;

--: many registration_themes_of(registration int, own text, lang text)
-- The themes they prefer.
SELECT t.rank, t.theme, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM registration_theme t
JOIN theme_text o ON o.theme = t.theme AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.theme AND x.lang = :lang
WHERE t.registration = :registration ORDER BY t.rank LIMIT 3;

--: many registration_wishes_of(registration int)
-- Whom they like to sit with, or not.
SELECT w.id, w.apart, w.said, w.other, o.number AS "number:int?", o.name AS "name:text?"
FROM registration_wish w LEFT JOIN registration o ON o.id = w.other
WHERE w.registration = :registration ORDER BY w.id LIMIT 20;

--: one registration_counts(gathering int)
-- How many come, wait, cancelled and are there.
SELECT (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 0) AS "comes:int",
       (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 1) AS "waits:int",
       (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 2) AS "cancelled:int",
       (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 0
        AND r.arrived IS NOT NULL) AS "arrived:int",
       coalesce((SELECT max(r.number) FROM registration r WHERE r.gathering = :gathering), 0) AS "last:int";

--: maybe registration_first_waiting(gathering int)
-- Who is first on the waiting list.
SELECT id, name, email, lang FROM registration WHERE gathering = :gathering AND state = 1 ORDER BY id LIMIT 1;

--: maybe registering_plan(gathering int)
-- How many can come.
SELECT capacity, registers, until FROM gathering_plan WHERE gathering = :gathering;

--: add registration_add(gathering int, number int, code bytes, made instant, channel enum registered_by,
--:                      taken_by int?, lang text, state enum registration_state)
-- A new registration; who it is follows with registration_update. Its id was never that of another, because its
-- code is made of it.
INSERT INTO registration (id, gathering, number, code, made, channel, taken_by, lang, state, name, email, phone,
                          comes_as, again)
SELECT i.registration + 1, :gathering, :number, :code, :made, :channel, :taken_by, :lang, :state, '', '', '', 0, 0
FROM id_given i WHERE i.one = 1;

--: run registration_coded(registration int, code bytes)
-- Its code, which is made of its id.
UPDATE registration SET code = :code WHERE id = :registration;

--: run registration_no_more(registration int, email text)
-- No more invitations: for this one, and for everything else of the same address.
-- scan: somebody who asks for it, seldom; thousands of rows
UPDATE registration SET again = 0
WHERE id = :registration OR (:email <> '' AND email = :email);

--: run registration_update(registration int, name text, email text, phone text, neighbourhood int?,
--:                         age enum age_group?, comes_as enum comes_as, again bool)
-- Who it is.
UPDATE registration SET name = :name, email = :email, phone = :phone, neighbourhood = :neighbourhood,
       age = :age, comes_as = :comes_as, again = :again WHERE id = :registration;

--: run registration_stands(registration int, state enum registration_state)
-- They come, wait or do not come.
UPDATE registration SET state = :state WHERE id = :registration;

--: run registration_need_put(registration int, gathering int, wheelchair bool, interpreter text,
--:                           childcare int, diet text)
-- What they need.
INSERT INTO registration_need (registration, gathering, wheelchair, interpreter, childcare, diet)
VALUES (:registration, :gathering, :wheelchair, :interpreter, :childcare, :diet)
ON CONFLICT (registration) DO UPDATE SET wheelchair = excluded.wheelchair, interpreter = excluded.interpreter,
   childcare = excluded.childcare, diet = excluded.diet;

--: run registration_need_forget(registration int)
DELETE FROM registration_need WHERE registration = :registration;

--: run registration_themes_forget(registration int)
DELETE FROM registration_theme WHERE registration = :registration;

--: run registration_theme_put(registration int, rank int, theme int)
INSERT INTO registration_theme (registration, rank, theme) VALUES (:registration, :rank, :theme);

--: run registration_wishes_forget(registration int)
DELETE FROM registration_wish WHERE registration = :registration;

--: add registration_wish_add(registration int, apart bool, said text)
-- A name or code they typed.
INSERT INTO registration_wish (registration, apart, said) VALUES (:registration, :apart, :said);

--: run registration_wish_means(wish int, other int?)
-- Who that is.
UPDATE registration_wish SET other = :other WHERE id = :wish;

--: count registration_unclear(gathering int)
-- Names of which is not known who is meant.
SELECT count(*) FROM registration r JOIN registration_wish w ON w.registration = r.id
WHERE r.gathering = :gathering AND r.state <> 2 AND w.other IS NULL;

--: maybe registration_wish_at(gathering int, wish int)
-- Whose wish that is, at this gathering.
SELECT w.registration FROM registration_wish w JOIN registration r ON r.id = w.registration
WHERE w.id = :wish AND r.gathering = :gathering;

--: many registration_search(gathering int, part text)
-- Who is on the list, by a part of their name or by number; everybody when it is empty.
-- sqlite: instr is strpos in PostgreSQL
SELECT r.id, r.number, r.name, r.state, r.comes_as, r.arrived FROM registration r
WHERE r.gathering = :gathering AND r.state <> 2
  AND (:part = '' OR instr(lower(r.name), lower(:part)) > 0 OR CAST(r.number AS TEXT) = :part)
ORDER BY r.number LIMIT 500;

--: many registration_badges(gathering int, after int)
-- Who comes, in the order of their names as they are written.
-- sort: the names of one evening
SELECT r.id, r.number, r.name, r.comes_as, r.arrived, r.code FROM registration r
WHERE r.gathering = :gathering AND r.state = 0 AND r.number > :after ORDER BY lower(r.name), r.number LIMIT 2000;

--: maybe registration_coded_at(gathering int, code bytes)
-- Who has this code at this gathering.
SELECT id FROM registration WHERE code = :code AND gathering = :gathering AND state <> 2;

--: many registration_named(gathering int, name text)
-- Who has this name there: one or several.
SELECT id FROM registration WHERE gathering = :gathering AND lower(name) = lower(:name) AND state <> 2
ORDER BY number LIMIT 2;

--: maybe registration_of_address(gathering int, besides int, email text)
-- Somebody else there with the same address: the first that registered.
SELECT id FROM registration WHERE gathering = :gathering AND state <> 2 AND id <> :besides
AND lower(email) = lower(:email) ORDER BY number LIMIT 1;

--: many registration_wishes_about(gathering int, name text)
-- Who named somebody like that, before it was known who that is.
SELECT w.id, w.registration FROM registration r JOIN registration_wish w ON w.registration = r.id
WHERE r.gathering = :gathering AND w.other IS NULL AND lower(w.said) = lower(:name) LIMIT 100;

--: many registering_themes(dialogue int, own text, lang text)
-- The themes in their order.
SELECT t.id, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: count registering_has_theme(dialogue int, theme int)
-- 1 when it is a theme of that dialogue.
SELECT count(*) FROM theme t WHERE t.id = :theme AND t.dialogue = :dialogue;

--: many registering_hoods(dialogue int)
-- The parts of the city in their order.
SELECT n.id, n.name FROM neighbourhood n WHERE n.dialogue = :dialogue ORDER BY n.position LIMIT 1000;

-- ---- at the end date ----

--: run registration_needs_past(before day)
-- What people needed at gatherings before then.
DELETE FROM registration_need WHERE gathering IN (SELECT g.id FROM gathering g WHERE g.day < :before);

--: run registration_themes_past(before day)
DELETE FROM registration_theme WHERE registration IN (SELECT r.id FROM registration r
    WHERE r.gathering IN (SELECT g.id FROM gathering g WHERE g.day < :before));

--: run registration_wishes_past(before day)
DELETE FROM registration_wish WHERE registration IN (SELECT r.id FROM registration r
    WHERE r.gathering IN (SELECT g.id FROM gathering g WHERE g.day < :before));

--: run registration_past(before day, again bool)
-- Who registered for gatherings before then, and wants to be invited again or not.
DELETE FROM registration WHERE again = :again
AND gathering IN (SELECT g.id FROM gathering g WHERE g.day < :before);
