-- Points of the draft, to be reworded in a spreadsheet.
--: reads point, point_text, point_theme, point_voice, point_finding, theme
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: many reword_points(dialogue int)
-- The points of the draft in the order of the report, with how much each rests on.
SELECT p.id, p.number, p.kind,
       (SELECT t.slug FROM point_theme h JOIN theme t ON t.id = h.theme
        WHERE h.edition = 0 AND h.point = p.id AND h.rank = 0) AS "theme:text?",
       (SELECT count(*) FROM point_voice r WHERE r.edition = 0 AND r.point = p.id) AS "voices:int",
       (SELECT count(*) FROM point_finding r WHERE r.edition = 0 AND r.point = p.id) AS "findings:int"
FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue ORDER BY p.position, p.id LIMIT 5000;

--: many reword_texts(dialogue int)
-- Their sentences in every language, in the same order.
-- sort: the points of one draft
SELECT p.id, x.lang, x.body
FROM point p JOIN point_text x ON x.edition = 0 AND x.point = p.id
WHERE p.edition = 0 AND p.dialogue = :dialogue ORDER BY p.position, p.id, x.lang LIMIT 20000;

--: count reword_count(dialogue int)
SELECT count(*) FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue;
