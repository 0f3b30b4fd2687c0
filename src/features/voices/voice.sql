-- One voice: where it went, and what stands beside it.
--: reads voice, point, point_text, point_voice, edition
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type published instant

--: many voice_points(edition int, voice int, own text, lang text)
-- The points of an edition that rest on it.
-- sort: the points of one voice
SELECT p.number, p.kind, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM point_voice r
JOIN point p ON p.edition = r.edition AND p.id = r.point
JOIN point_text o ON o.edition = r.edition AND o.point = r.point AND o.lang = :own
LEFT JOIN point_text x ON x.edition = r.edition AND x.point = r.point AND x.lang = :lang
WHERE r.voice = :voice AND r.edition = :edition ORDER BY p.number LIMIT 100;

--: many voice_editions(voice int)
-- The published editions with a point that rests on it, and how many do.
-- sort: a few editions
SELECT e.number, e.published, count(*) AS "points:int"
FROM point_voice r JOIN edition e ON e.id = r.edition
WHERE r.voice = :voice AND r.edition > 0
GROUP BY e.id ORDER BY e.number LIMIT 100;

--: maybe voice_theme(voice int)
-- The theme it was sorted under.
SELECT v.theme, v.at_table FROM voice v WHERE v.id = :voice;

--: maybe voice_before(theme int, number int)
-- The shown voice before it in its theme.
SELECT v.number FROM voice v WHERE v.theme = :theme AND v.visibility = 1 AND v.number < :number
ORDER BY v.number DESC LIMIT 1;

--: maybe voice_behind(theme int, number int) like voice_before
-- The shown voice behind it in its theme.
SELECT v.number FROM voice v WHERE v.theme = :theme AND v.visibility = 1 AND v.number > :number
ORDER BY v.number LIMIT 1;

--: many voices_at_table(at_table int, without int)
-- What else was noted at the same table.
SELECT v.number, v.body, v.lang FROM voice v
WHERE v.at_table = :at_table AND v.visibility = 1 AND v.id <> :without ORDER BY v.number LIMIT 5;
