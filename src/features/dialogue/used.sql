-- What was made of a voice or a finding: the points that rest on it, and the editions they stand in.
--: reads point, point_text, point_voice, point_finding, edition
--: include "features/dialogue/terms.h"
--: type kind enum kind
--: type published instant

--: part point_of_edition
-- Points of that edition that rest on something, r.
SELECT p.number, p.kind, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM point p
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = p.edition AND x.point = p.id AND x.lang = :lang

--: many used_points_of_voice(edition int, voice int, own text, lang text)
-- The points of an edition that rest on a voice.
-- sort: the points of one voice
{point_of_edition}
JOIN point_voice r ON r.edition = p.edition AND r.point = p.id
WHERE r.voice = :voice AND r.edition = :edition ORDER BY p.number LIMIT 100;

--: many used_points_of_finding(edition int, finding int, own text, lang text) like used_points_of_voice
-- The points of an edition that rest on a finding.
-- sort: the points of one finding
{point_of_edition}
JOIN point_finding r ON r.edition = p.edition AND r.point = p.id
WHERE r.finding = :finding AND r.edition = :edition ORDER BY p.number LIMIT 100;

--: many used_editions_of_voice(voice int)
-- The published editions with a point that rests on a voice.
SELECT e.number, e.published FROM edition e
WHERE e.id IN (SELECT r.edition FROM point_voice r WHERE r.voice = :voice AND r.edition > 0)
ORDER BY e.number LIMIT 100;

--: many used_editions_of_finding(finding int) like used_editions_of_voice
-- The published editions with a point that rests on a finding.
SELECT e.number, e.published FROM edition e
WHERE e.id IN (SELECT r.edition FROM point_finding r WHERE r.finding = :finding AND r.edition > 0)
ORDER BY e.number LIMIT 100;
