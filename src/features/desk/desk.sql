-- The desk: what is done to points of the draft, and how it is taken back.
--: owns draft_change
--: reads point, point_given, point_theme, voice, finding, intake, theme, theme_text
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type visibility enum visibility
--: type account enum account

--: maybe desk_point(dialogue int, number int)
-- The point of the draft with that number.
SELECT p.id, p.position FROM point p
WHERE p.edition = 0 AND p.dialogue = :dialogue AND p.number = :number;

--: maybe desk_point_number(point int)
-- The number a point was given, also when it is no longer in the draft.
SELECT g.dialogue, g.number FROM point_given g WHERE g.id = :point;

--: maybe desk_voice(dialogue int, number int)
-- A voice somebody ticked, and whether a point may rest on it: it is shown, or its author let the team use it.
SELECT v.id, v.account, v.draft_points, v.lang, v.body, v.visibility = 1
       OR (v.visibility = 2 AND EXISTS (SELECT 1 FROM intake i WHERE i.voice = v.id AND i.consent = 1
                                        AND i.state = 2 AND i.hidden_for IS NULL)) AS "usable:bool"
FROM voice v WHERE v.dialogue = :dialogue AND v.number = :number LIMIT 1;

--: maybe desk_voice_account(voice int)
SELECT v.number, v.account FROM voice v WHERE v.id = :voice;

--: maybe desk_finding(dialogue int, number int)
-- A finding somebody ticked.
SELECT f.id, f.account, f.draft_points FROM finding f WHERE f.dialogue = :dialogue AND f.number = :number;

--: maybe desk_finding_number(finding int)
SELECT f.number FROM finding f WHERE f.id = :finding;

--: maybe desk_above(theme int, position int, point int)
-- The point of the draft that stands just above this place in a theme.
SELECT h.point FROM point_theme h
WHERE h.edition = 0 AND h.theme = :theme
AND (h.position < :position OR (h.position = :position AND h.point < :point))
ORDER BY h.position DESC, h.point DESC LIMIT 1;

--: maybe desk_below(theme int, position int, point int)
-- The one just below.
SELECT h.point FROM point_theme h
WHERE h.edition = 0 AND h.theme = :theme
AND (h.position > :position OR (h.position = :position AND h.point > :point))
ORDER BY h.position, h.point LIMIT 1;

--: many draft_themes(dialogue int, own text, lang text)
-- The themes in order.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: one draft_waiting(theme int)
-- How much of a theme no point of the draft rests on yet.
SELECT (SELECT count(*) FROM voice v WHERE v.theme = t.id AND v.draft_points = 0 AND v.account = 0
        AND v.visibility IN (1, 2)
        AND (v.visibility = 1 OR EXISTS (SELECT 1 FROM intake i WHERE i.voice = v.id AND i.consent = 1
                                         AND i.state = 2 AND i.hidden_for IS NULL))) AS "voices:int",
       (SELECT count(*) FROM finding f WHERE f.theme = t.id AND f.draft_points = 0
        AND f.account = 0) AS "findings:int"
FROM theme t WHERE t.id = :theme LIMIT 1;

--: many draft_theme_counts(dialogue int, own text, lang text)
-- The themes in order, with their points and with what no point of the draft rests on yet.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM point_theme h WHERE h.edition = 0 AND h.theme = t.id) AS "points:int",
       (SELECT count(*) FROM voice v WHERE v.theme = t.id AND v.draft_points = 0 AND v.account = 0
        AND v.visibility IN (1, 2)
        AND (v.visibility = 1 OR EXISTS (SELECT 1 FROM intake i WHERE i.voice = v.id AND i.consent = 1
                                         AND i.state = 2 AND i.hidden_for IS NULL))) AS "voices:int",
       (SELECT count(*) FROM finding f WHERE f.theme = t.id AND f.draft_points = 0
        AND f.account = 0) AS "findings:int"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

-- ---- taken back ----

--: run draft_change_add(batch int, point int, before text, after text)
-- How a point stood before and after an act.
INSERT INTO draft_change (batch, point, before, after) VALUES (:batch, :point, :before, :after)
ON CONFLICT (batch, point) DO UPDATE SET after = excluded.after;

--: many draft_changes(batch int, dialogue int)
-- The points that an act changed.
SELECT c.point, g.number, c.before, c.after FROM draft_change c JOIN point_given g ON g.id = c.point
WHERE c.batch = :batch AND g.dialogue = :dialogue ORDER BY c.point LIMIT 1000;

--: maybe draft_change_last(point int)
-- The last act on a point that was not taken back.
SELECT c.batch FROM draft_change c WHERE c.point = :point ORDER BY c.batch DESC LIMIT 1;

--: run draft_changes_clear(batch int)
-- It was taken back.
DELETE FROM draft_change WHERE batch = :batch;

--: count draft_change_count(batch int, dialogue int)
-- How many points that act changed; 0 when it is none, or was taken back.
SELECT count(*) FROM draft_change c JOIN point_given g ON g.id = c.point
WHERE c.batch = :batch AND g.dialogue = :dialogue;
