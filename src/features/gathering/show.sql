-- The page of a gathering, and the list of gatherings.
--: reads gathering, gathering_text, programme, programme_text, tables, theme, theme_text
--: reads finding, voice, gathering_plan
--: include "features/dialogue/dialogue.h"
--: type day day
--: type starts clock
--: type ends clock
--: type about bool
--: type programme.kind enum programme_kind

--: maybe gathering_shown(dialogue int, slug text, own text, lang text)
-- A gathering with its words, once it is announced.
SELECT g.id, g.slug, g.day, g.starts, g.ends, g.people, g.about, g.picture,
       coalesce(x.title, o.title) AS "title:text", coalesce(x.place, o.place) AS "place:text",
       coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(p.registers AND g.announced, 0) AS "registers:bool", p.until AS "until:day?"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
LEFT JOIN gathering_plan p ON p.gathering = g.id
WHERE g.dialogue = :dialogue AND g.slug = :slug AND g.announced = 1 LIMIT 1;

--: many gathering_programme(gathering int, own text, lang text)
-- What happened, in order.
SELECT p.starts, p.kind, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM programme p
JOIN programme_text o ON o.programme = p.id AND o.lang = :own
LEFT JOIN programme_text x ON x.programme = p.id AND x.lang = :lang
WHERE p.gathering = :gathering AND p.team = 0 ORDER BY p.position LIMIT 100;

--: many gathering_tables(gathering int, own text, lang text)
-- The tables, round by round, and how much was noted at each.
SELECT s.round, s.number, s.place, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM finding f WHERE f.at_table = s.id) AS "findings:int",
       (SELECT count(*) FROM voice v WHERE v.at_table = s.id AND v.visibility = 1) AS "voices:int"
FROM tables s
JOIN theme_text o ON o.theme = s.theme AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = s.theme AND x.lang = :lang
WHERE s.gathering = :gathering ORDER BY s.round, s.number LIMIT 1000;

--: many gatherings_listed(dialogue int, own text, lang text)
-- Every gathering of a dialogue.
SELECT g.slug, g.day, g.people, g.about, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.place, o.place) AS "place:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM tables t WHERE t.gathering = g.id) AS "tables:int"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY g.position LIMIT 200;
