-- One finding: where it went, and what stands beside it.
--: reads finding, finding_text, point, point_text, point_finding, edition
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type published instant

--: many finding_points(edition int, finding int, own text, lang text)
-- The points of an edition that rest on it.
-- sort: the points of one finding
SELECT p.number, p.kind, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM point_finding r
JOIN point p ON p.edition = r.edition AND p.id = r.point
JOIN point_text o ON o.edition = r.edition AND o.point = r.point AND o.lang = :own
LEFT JOIN point_text x ON x.edition = r.edition AND x.point = r.point AND x.lang = :lang
WHERE r.finding = :finding AND r.edition = :edition ORDER BY p.number LIMIT 100;

--: many finding_editions(finding int)
-- The published editions with a point that rests on it, and how many do.
-- sort: a few editions
SELECT e.number, e.published, count(*) AS "points:int"
FROM point_finding r JOIN edition e ON e.id = r.edition
WHERE r.finding = :finding AND r.edition > 0
GROUP BY e.id ORDER BY e.number LIMIT 100;

--: maybe finding_before(theme int, number int)
-- The finding before it in its theme.
SELECT f.number FROM finding f WHERE f.theme = :theme AND f.number < :number
ORDER BY f.number DESC LIMIT 1;

--: maybe finding_behind(theme int, number int) like finding_before
-- The finding behind it in its theme.
SELECT f.number FROM finding f WHERE f.theme = :theme AND f.number > :number
ORDER BY f.number LIMIT 1;

--: maybe finding_theme(finding int)
-- The theme it was sorted under.
SELECT f.theme, f.at_table FROM finding f WHERE f.id = :finding;

--: many findings_at_table(at_table int, without int, own text, lang text)
-- What else this source tells of the same table.
SELECT f.number, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM finding f
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
WHERE f.at_table = :at_table AND f.id <> :without ORDER BY f.number LIMIT 5;
