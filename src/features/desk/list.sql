-- The points of the draft in their order.
--: reads point, point_text, point_theme, point_finding, point_voice, finding, voice, intake
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: many desk_points(theme int, own text, after int)
-- The points of a theme behind a place in its order, with what they rest on; one more than a page holds.
-- `shown` counts what everybody may read.
SELECT p.id, p.number, p.kind, h.position, h.rank, o.body,
       coalesce((SELECT x.body FROM point_text x WHERE x.edition = 0 AND x.point = p.id AND x.lang = 'en'
                 AND x.lang <> :own), '') AS "english:text",
       (SELECT count(*) FROM point_finding r WHERE r.edition = 0 AND r.point = p.id) AS "findings:int",
       (SELECT count(*) FROM point_voice r WHERE r.edition = 0 AND r.point = p.id) AS "voices:int",
       (SELECT count(*) FROM point_voice r JOIN voice v ON v.id = r.voice WHERE r.edition = 0
        AND r.point = p.id AND v.visibility = 1 AND v.account <> 3) AS "shown:int",
       (SELECT count(*) FROM (
            SELECT f.at_table FROM point_finding r JOIN finding f ON f.id = r.finding
            WHERE r.edition = 0 AND r.point = p.id AND f.at_table IS NOT NULL
            UNION
            SELECT v.at_table FROM point_voice r JOIN voice v ON v.id = r.voice
            WHERE r.edition = 0 AND r.point = p.id AND v.at_table IS NOT NULL
        ) AS raised) AS "tables:int"
FROM point_theme h
JOIN point p ON p.edition = 0 AND p.id = h.point
JOIN point_text o ON o.edition = 0 AND o.point = p.id AND o.lang = :own
WHERE h.edition = 0 AND h.theme = :theme AND h.position > :after
ORDER BY h.position, h.point LIMIT 51;

--: many desk_homeless(dialogue int, own text)
-- Points of the draft that stand in no theme: they would not be found otherwise.
SELECT p.id, p.number, o.body FROM point p
JOIN point_text o ON o.edition = 0 AND o.point = p.id AND o.lang = :own
WHERE p.edition = 0 AND p.dialogue = :dialogue
AND NOT EXISTS (SELECT 1 FROM point_theme h WHERE h.edition = 0 AND h.point = p.id)
ORDER BY p.position LIMIT 50;

--: many desk_themeless(dialogue int)
-- Voices that no point rests on and that nobody gave a theme: they would not be found otherwise. The sum
-- keeps the index of a whole dialogue out, which would read every voice.
SELECT v.number, v.visibility = 1 AS "shown:bool" FROM voice v
WHERE v.theme IS NULL AND v.dialogue + 0 = :dialogue AND v.draft_points = 0 AND v.account = 0
AND (v.visibility = 1 OR EXISTS (SELECT 1 FROM intake i WHERE i.voice = v.id AND i.consent = 1
                                 AND i.state = 2 AND i.hidden_for IS NULL)) ORDER BY v.number LIMIT 51;
