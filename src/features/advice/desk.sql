-- The desk: what was advised, what waits, what was set aside.
--: reads advice, advice_text, advice_point, point, point_text, point_given, point_aside, answer, commitment
--: reads step, step_kind, edition
--: include "features/dialogue/dialogue.h"
--: type advice.kind enum advice_kind
--: type kind enum kind
--: type given day
--: type day day

--: count advice_published_points(advice int)
-- How many points it rests on that stand in some edition.
SELECT count(*) FROM advice_point r JOIN advice a ON a.id = r.advice
JOIN point_given g ON g.id = r.point
WHERE r.advice = :advice
AND EXISTS (SELECT 1 FROM edition e JOIN point p ON p.edition = e.id AND p.id = r.point
            WHERE e.dialogue = a.dialogue);

--: many desk_advices(dialogue int, own text)
-- Every advice, also drafts.
SELECT a.number, a.kind, a.given, o.title, n.kind AS "answered:int?", n.day AS "day:day?",
       (SELECT count(*) FROM advice_point r WHERE r.advice = a.id) AS "points:int",
       (SELECT count(*) FROM commitment c WHERE c.advice = a.id) AS "commitments:int"
FROM advice a
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN answer n ON n.advice = a.id
WHERE a.dialogue = :dialogue ORDER BY a.position, a.id LIMIT 500;

--: many desk_points_left(dialogue int, edition int, own text, aside int)
-- Points of an edition that are in no advice that was given: those that wait, or those set aside.
SELECT p.id, p.number, p.kind, o.body, s.reason AS "reason:text?", s.day AS "day:day?"
FROM point p
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
LEFT JOIN point_aside s ON s.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue
AND NOT EXISTS (SELECT 1 FROM advice_point r JOIN advice a ON a.id = r.advice
                WHERE r.point = p.id AND a.given IS NOT NULL)
AND (s.point IS NOT NULL) = :aside
ORDER BY p.position LIMIT 500;

--: many desk_points_to_choose(dialogue int, edition int, own text)
-- The points of an edition, to rest an advice on.
SELECT p.id, p.number, p.kind, o.body
FROM point p
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.position LIMIT 1000;

--: many desk_points_before(advice int, dialogue int, edition int, own text)
-- Points an advice rests on that the newest edition no longer has: as they stood last.
SELECT r.point AS "id:int", p.number, p.kind, o.body
FROM advice_point r
JOIN point p ON p.id = r.point AND p.edition = (
    SELECT e.id FROM edition e JOIN point q ON q.edition = e.id AND q.id = r.point
    WHERE e.dialogue = :dialogue ORDER BY e.number DESC LIMIT 1)
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
WHERE r.advice = :advice AND p.edition <> :edition ORDER BY p.number LIMIT 1000;

--: many desk_steps(dialogue int)
-- The way through the city, the newest step first.
SELECT s.number, s.day, s.title, s.title_en, k.code, k.name, k.name_en, a.number AS "advice:int?"
FROM step s JOIN step_kind k ON k.id = s.kind LEFT JOIN advice a ON a.id = s.advice
WHERE s.dialogue = :dialogue ORDER BY s.day DESC, s.id DESC LIMIT 500;

--: many desk_advice_choices(dialogue int, own text)
-- Every advice that was given, to choose from.
SELECT a.id, a.number, o.title, n.kind AS "answered:int?"
FROM advice a JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN answer n ON n.advice = a.id
WHERE a.dialogue = :dialogue AND a.given IS NOT NULL ORDER BY a.position, a.id LIMIT 500;

--: maybe desk_published_point(dialogue int, number int, own text)
-- A point as it stands in the newest edition that has it.
SELECT p.id, o.body FROM edition e
JOIN point p ON p.edition = e.id AND p.dialogue = e.dialogue
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
WHERE e.dialogue = :dialogue AND p.number = :number ORDER BY e.number DESC LIMIT 1;

--: maybe advice_edition(dialogue int)
-- The newest edition.
SELECT e.id, e.number, e.published AS "published:instant" FROM edition e WHERE e.dialogue = :dialogue
ORDER BY e.number DESC LIMIT 1;
