-- One point of the draft: what it rests on, and the others it may be merged with.
--: reads point, point_text, point_finding, point_voice, voice, voice_text, finding, finding_text, tables
--: reads source_text, intake, membercheck_answer, membercheck_link
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type visibility enum visibility
--: type account enum account
--: type membercheck_answer.at instant
--: type decided instant
--: type adopted bool
--: type membercheck_answer.reason text

--: many desk_point_voices(point int, lang text, after int)
-- The voices under a point, in order of number. Words that nobody may read any more are empty.
-- sort: what one point rests on
SELECT v.id, v.number, v.kind, v.visibility, v.account, v.lang, v.draft_points,
       CASE WHEN v.visibility = 1 OR (v.visibility = 2 AND EXISTS (
            SELECT 1 FROM intake i WHERE i.voice = v.id AND i.consent = 1 AND i.state = 2
            AND i.hidden_for IS NULL)) THEN v.body ELSE '' END AS "body:text",
       x.body AS "translation:text?", t.round, t.number AS "table_number:int?"
FROM point_voice r
JOIN voice v ON v.id = r.voice
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = :lang AND x.lang <> v.lang
LEFT JOIN tables t ON t.id = v.at_table
WHERE r.edition = 0 AND r.point = :point AND v.number > :after ORDER BY v.number LIMIT 201;

--: many desk_point_findings(point int, own text, lang text)
-- The findings under a point.
-- sort: what one point rests on
SELECT f.id, f.number, f.kind, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       f.page, coalesce(sx.title, so.title) AS "source:text", coalesce(sx.lang, so.lang) AS "source_lang:text",
       t.round, t.number AS "table_number:int?", f.draft_points
FROM point_finding r
JOIN finding f ON f.id = r.finding
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
JOIN source_text so ON so.source = f.source AND so.lang = :own
LEFT JOIN source_text sx ON sx.source = f.source AND sx.lang = :lang
LEFT JOIN tables t ON t.id = f.at_table
WHERE r.edition = 0 AND r.point = :point ORDER BY f.number LIMIT 500;

--: many desk_others(dialogue int, point int, own text)
-- The other points of the draft, in order of the report.
SELECT p.number, o.body FROM point p
JOIN point_text o ON o.edition = 0 AND o.point = p.id AND o.lang = :own
WHERE p.edition = 0 AND p.dialogue = :dialogue AND p.id <> :point ORDER BY p.position LIMIT 500;

--: many desk_point_answers(point int)
-- What tables objected to it, the newest first.
SELECT a.id, a.at, a.body, a.about, a.decided, a.adopted, a.reason, l.number AS "at_table:int"
FROM membercheck_answer a JOIN membercheck_link l ON l.id = a.link
WHERE a.point = :point AND a.agrees = 0 ORDER BY a.id DESC LIMIT 50;

--: count desk_point_agreed(point int)
-- How often a table said that it is right.
SELECT count(*) FROM membercheck_answer a WHERE a.point = :point AND a.agrees = 1;
