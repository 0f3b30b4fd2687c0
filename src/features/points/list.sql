-- All points of an edition, theme by theme.
--: reads point, point_text, point_theme, theme, theme_text
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: many points_in_order(dialogue int, edition int, own text, lang text, theme int?, kind enum kind?,
--:                      theme_after int, after int)
-- Points under their home theme, or under the one asked for, behind a place in that order; one more
-- than a page holds.
-- sort: the points of one edition
SELECT p.id, p.number, p.kind, t.id AS "theme:int", t.slug AS "theme_slug:text",
       t.position AS "theme_position:int", h.position AS "place:int",
       coalesce(tx.title, tt.title) AS "theme_title:text", coalesce(tx.lang, tt.lang) AS "theme_lang:text",
       coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       p.findings, p.voices, p.tables,
       (SELECT count(*) FROM point_theme a WHERE a.edition = :edition AND a.point = p.id) AS "themes:int"
FROM theme t
JOIN theme_text tt ON tt.theme = t.id AND tt.lang = :own
LEFT JOIN theme_text tx ON tx.theme = t.id AND tx.lang = :lang
JOIN point_theme h ON h.edition = :edition AND h.theme = t.id
JOIN point p ON p.edition = :edition AND p.id = h.point
JOIN point_text o ON o.edition = :edition AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = :edition AND x.point = p.id AND x.lang = :lang
WHERE t.dialogue = :dialogue AND t.position >= :theme_after
AND (t.position > :theme_after OR h.position > :after)
AND (h.rank = 0 OR t.id = :theme) AND (:theme IS NULL OR t.id = :theme)
AND (:kind IS NULL OR p.kind = :kind)
ORDER BY t.position, h.position, p.id LIMIT 51;

--: maybe point_place(edition int, dialogue int, number int, theme int?)
-- Where a point stands in that order: to go on behind it.
SELECT t.position AS "theme_position:int", h.position AS "place:int"
FROM point p
JOIN point_theme h ON h.edition = p.edition AND h.point = p.id
JOIN theme t ON t.id = h.theme
WHERE p.edition = :edition AND p.dialogue = :dialogue AND p.number = :number
AND ((:theme IS NULL AND h.rank = 0) OR h.theme = :theme) LIMIT 1;

--: many points_kinds(dialogue int, edition int, theme int?)
-- How many points of each kind.
-- sort: five kinds
SELECT p.kind, count(*) AS "points:int" FROM point p
WHERE p.edition = :edition AND p.dialogue = :dialogue
AND (:theme IS NULL OR EXISTS (SELECT 1 FROM point_theme h WHERE h.edition = :edition
                               AND h.point = p.id AND h.theme = :theme))
GROUP BY p.kind ORDER BY p.kind LIMIT 5;

--: many points_themes(dialogue int, edition int, own text, lang text)
-- The themes with how many points stand in each.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text",
       (SELECT count(*) FROM point_theme h WHERE h.edition = :edition AND h.theme = t.id) AS "points:int"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;
