-- What loading asks of the data: what is there, what stays, what may not be swept.
--: reads image, neighbourhood, finding, voice, edition, point, point_theme, point_finding, point_voice
--: include "features/dialogue/dialogue.h"

--: maybe image_known(hash text)
-- An image that is here already: what it says of itself.
SELECT id, type, width, height FROM image WHERE hash = :hash;

--: stream voices_here(dialogue int)
-- The voices of a dialogue, and whether they may be read.
SELECT id, number, visibility FROM voice WHERE dialogue = :dialogue ORDER BY number;

--: one voice_said(voice int)
-- What was said; kept when a folder brings the voice without its text.
SELECT v.kind, v.day AS "day:day?", v.lang, v.body, n.slug AS "neighbourhood:text?"
FROM voice v LEFT JOIN neighbourhood n ON n.id = v.neighbourhood WHERE v.id = :voice;

--: maybe finding_published(finding int)
-- A published point that rests on a finding.
SELECT t.number AS "number:int", p.number AS "point:int", e.number AS "edition:int"
FROM point_finding r JOIN finding t ON t.id = r.finding
JOIN point p ON p.edition = r.edition AND p.id = r.point
JOIN edition e ON e.id = r.edition
WHERE r.finding = :finding AND r.edition > 0 ORDER BY r.edition LIMIT 1;

--: maybe voice_published(voice int)
-- A published point that rests on a voice.
SELECT t.number AS "number:int", p.number AS "point:int", e.number AS "edition:int"
FROM point_voice r JOIN voice t ON t.id = r.voice
JOIN point p ON p.edition = r.edition AND p.id = r.point
JOIN edition e ON e.id = r.edition
WHERE r.voice = :voice AND r.edition > 0 ORDER BY r.edition LIMIT 1;

--: maybe theme_published(theme int)
-- A published point that stands under a theme.
SELECT p.number AS "point:int", e.number AS "edition:int"
FROM edition e JOIN point_theme h ON h.edition = e.id AND h.theme = :theme
JOIN point p ON p.edition = h.edition AND p.id = h.point
WHERE e.id > 0 LIMIT 1;
