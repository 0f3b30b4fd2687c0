-- What everybody reads: commitments, each with its deeds and the moving of its date.
--: reads commitment, commitment_text, commitment_owner, commitment_place, commitment_moved, department
--: reads deed, deed_text, note, neighbourhood, theme, theme_text, point_theme, advice, advice_text
--: reads advice_point, answer, picture, image, picture_text
--: include "features/dialogue/dialogue.h"
--: type answer.kind enum answer_kind
--: type horizon enum horizon
--: type state enum commitment_state
--: type day day
--: type made day
--: type due day
--: type first_due day
--: type ended day
--: type given day

--: many commitments_shown(dialogue int, edition int, own text, lang text, theme int?, hood int?,
--:                        department int?, from_day day, until_day day, closed_after int, due_after day,
--:                        number_after int)
-- Commitments, late ones first: those that are open by the date promised first, then those that are closed.
-- Behind a place in that order; one more than a page holds.
-- sort: late first; some thousands at most, and only fifty of them with their words
SELECT c.id, c.number, c.state, c.made, c.first_due, c.due, c.ended, c.state >= 2 AS "closed:int",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       w.name AS "owner_name:text", w.name_en AS "owner_en:text",
       (SELECT count(*) FROM commitment_moved m WHERE m.commitment = c.id) AS "moves:int",
       (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int"
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
JOIN department w ON w.id = c.owner
WHERE c.dialogue = :dialogue AND c.first_due BETWEEN :from_day AND :until_day
AND (c.state >= 2 > :closed_after OR (c.state >= 2 = :closed_after
     AND (c.first_due > :due_after OR (c.first_due = :due_after AND c.number > :number_after))))
AND (:theme IS NULL OR c.advice IN (SELECT r.advice FROM point_theme h JOIN advice_point r ON r.point = h.point
                                    WHERE h.edition = :edition AND h.theme = :theme))
AND (:hood IS NULL OR EXISTS (SELECT 1 FROM commitment_place p
                              WHERE p.commitment = c.id AND p.neighbourhood = :hood))
AND (:department IS NULL OR c.owner = :department
     OR EXISTS (SELECT 1 FROM commitment_owner q WHERE q.commitment = c.id AND q.department = :department))
ORDER BY c.state >= 2, c.first_due, c.number LIMIT 51;

--: maybe commitment_place_in_list(dialogue int, number int)
-- Where it stands in that order: to go on behind it.
SELECT c.state >= 2 AS "closed:int", c.first_due FROM commitment c
WHERE c.dialogue = :dialogue AND c.number = :number;

--: many commitment_themes(dialogue int, own text, lang text)
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text" FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position, t.id LIMIT 1000;

--: many commitment_hoods(dialogue int)
SELECT n.id, n.slug, n.name FROM neighbourhood n WHERE n.dialogue = :dialogue ORDER BY n.position, n.id LIMIT 300;

--: one commitment_years(dialogue int)
-- The first and last day something was promised for.
SELECT min(c.first_due) AS "first:day?", max(c.first_due) AS "last:day?", min(c.made) AS "begin:day?"
FROM commitment c WHERE c.dialogue = :dialogue;

--: maybe commitment_shown(dialogue int, number int, own text, lang text)
-- One commitment, with the advice and answer it comes from.
SELECT c.id, c.state, c.made, c.first_due, c.due, c.ended, c.horizon, c.budget, c.owner,
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.body, o.body) AS "body:text", coalesce(x.stopped, o.stopped) AS "stopped:text",
       w.name AS "owner_name:text", w.name_en AS "owner_en:text", w.portfolio,
       c.advice, a.number AS "advice_number:int", coalesce(ax.title, ao.title) AS "advice_title:text",
       coalesce(ax.lang, ao.lang) AS "advice_lang:text", n.kind AS "answered:int", n.day
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
JOIN department w ON w.id = c.owner
JOIN advice a ON a.id = c.advice
JOIN answer n ON n.advice = c.advice
JOIN advice_text ao ON ao.advice = a.id AND ao.lang = :own
LEFT JOIN advice_text ax ON ax.advice = a.id AND ax.lang = :lang
WHERE c.dialogue = :dialogue AND c.number = :number;

--: many commitment_owners_shown(commitment int)
SELECT w.name, w.name_en FROM commitment_owner q JOIN department w ON w.id = q.department
WHERE q.commitment = :commitment ORDER BY q.department LIMIT 50;

--: many commitment_places_shown(commitment int)
SELECT n.name FROM commitment_place p JOIN neighbourhood n ON n.id = p.neighbourhood
WHERE p.commitment = :commitment ORDER BY p.neighbourhood LIMIT 300;

--: many deeds_shown(commitment int, own text, lang text)
-- sort: the deeds of one commitment
SELECT d.number, d.day, d.url, d.document, d.hash, coalesce(x.body, o.body) AS "body:text",
       coalesce(x.figure, o.figure) AS "figure:text", coalesce(x.lang, o.lang) AS "lang:text", d.picture
FROM deed d
JOIN deed_text o ON o.deed = d.id AND o.lang = :own
LEFT JOIN deed_text x ON x.deed = d.id AND x.lang = :lang
WHERE d.commitment = :commitment ORDER BY d.day, d.number LIMIT 500;

--: many notes_shown(commitment int)
-- Those that everybody may read.
SELECT n.number, n.day, n.body, n.body_en FROM note n
WHERE n.commitment = :commitment AND n.is_public = 1 ORDER BY n.number LIMIT 500;
