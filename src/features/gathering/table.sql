-- The page of one table: what was noted there, and where it went.
--: reads gathering, gathering_text, tables, theme, theme_text, finding, finding_text
--: reads voice, voice_text, point, point_finding, point_voice
--: include "features/dialogue/dialogue.h"
--: type day day
--: type finding.kind enum kind
--: type voice.kind enum kind
--: type account enum account
--: type reason enum reason

--: maybe table_shown(dialogue int, gathering text, round int, number int, own text, lang text)
-- A table, what it talked about, and how much was noted.
SELECT s.id, s.round, s.number, s.place, g.slug AS "gathering:text", g.day,
       coalesce(gx.title, go.title) AS "evening:text", coalesce(gx.lang, go.lang) AS "evening_lang:text",
       (SELECT max(r.round) FROM tables r WHERE r.gathering = g.id) AS "rounds:int",
       t.slug AS "theme:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM finding f WHERE f.at_table = s.id) AS "findings:int",
       (SELECT count(*) FROM voice v WHERE v.at_table = s.id AND v.visibility = 1) AS "voices:int"
FROM gathering g
JOIN gathering_text go ON go.gathering = g.id AND go.lang = :own
LEFT JOIN gathering_text gx ON gx.gathering = g.id AND gx.lang = :lang
JOIN tables s ON s.gathering = g.id AND s.round = :round AND s.number = :number
JOIN theme t ON t.id = s.theme
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.slug = :gathering AND g.announced = 1 LIMIT 1;

--: many table_findings(at_table int, own text, lang text)
-- The first findings from a table.
SELECT f.id, f.number, f.kind, f.account, f.reason, coalesce(x.body, o.body) AS "body:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM finding f
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
WHERE f.at_table = :at_table ORDER BY f.number LIMIT 50;

--: many table_finding_points(at_table int, edition int)
-- The points that rest on the findings of a table.
-- sort: what one table noted
SELECT f.number AS "note:int", p.number FROM finding f
JOIN point_finding r ON r.finding = f.id AND r.edition = :edition
JOIN point p ON p.edition = r.edition AND p.id = r.point
WHERE f.at_table = :at_table ORDER BY f.number, p.number LIMIT 500;

--: many table_voices(at_table int, lang text)
-- The first voices from a table that may be shown, with a translation where there is one.
SELECT v.number, v.kind, v.account, v.reason, v.lang, v.body, x.body AS "translation:text?"
FROM voice v
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = :lang
WHERE v.at_table = :at_table AND v.visibility = 1 ORDER BY v.number LIMIT 50;

--: many table_voice_points(at_table int, edition int) like table_finding_points
-- The points that rest on the voices of a table.
-- sort: what one table noted
SELECT v.number AS "note:int", p.number FROM voice v
JOIN point_voice r ON r.voice = v.id AND r.edition = :edition
JOIN point p ON p.edition = r.edition AND p.id = r.point
WHERE v.at_table = :at_table AND v.visibility = 1 ORDER BY v.number, p.number LIMIT 500;
