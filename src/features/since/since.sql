-- What became of each theme since it was talked about.
--: reads theme, theme_text, tables, gathering, point, point_theme, point_aside, advice, advice_point, commitment
--: reads commitment_text, deed, department
--: include "features/dialogue/dialogue.h"
--: type state enum commitment_state
--: type first_due day
--: type ended day

--: maybe since_gathering(dialogue int, slug text)
SELECT g.id FROM gathering g WHERE g.dialogue = :dialogue AND g.slug = :slug AND g.announced = 1;

--: many since_themes(dialogue int, gathering int?, edition int, own text, lang text)
-- Themes in their order, all or those at the tables of a gathering, with where their points are.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM point_theme h WHERE h.edition = :edition AND h.theme = t.id) AS "points:int",
       (SELECT count(*) FROM point_theme h WHERE h.edition = :edition AND h.theme = t.id AND EXISTS
           (SELECT 1 FROM advice_point r JOIN advice a ON a.id = r.advice
            WHERE r.point = h.point AND a.given IS NOT NULL)) AS "advised:int",
       (SELECT count(*) FROM point_theme h JOIN point_aside s ON s.point = h.point
        WHERE h.edition = :edition AND h.theme = t.id) AS "aside:int"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue
AND (:gathering IS NULL OR EXISTS (SELECT 1 FROM tables b WHERE b.gathering = :gathering AND b.theme = t.id))
ORDER BY t.position, t.id LIMIT 200;

--: many since_commitments(theme int, edition int, own text, lang text)
-- What was promised because of the points of a theme, what is open first.
-- sort: the commitments of one theme
SELECT c.number, c.state, c.first_due, c.ended, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int"
FROM (SELECT k.id FROM commitment k
      WHERE k.advice IN (SELECT r.advice FROM point_theme h JOIN advice_point r ON r.point = h.point
                         WHERE h.edition = :edition AND h.theme = :theme)
      ORDER BY k.state >= 2, k.first_due, k.number LIMIT 12) f
CROSS JOIN commitment c ON c.id = f.id
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
ORDER BY c.state >= 2, c.first_due, c.number LIMIT 12;
