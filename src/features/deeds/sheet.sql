-- Commitments as rows of a spreadsheet.
--: reads commitment, commitment_text, commitment_owner, commitment_place, department, neighbourhood, advice, deed
--: reads answer
--: include "features/dialogue/dialogue.h"
--: type horizon enum horizon
--: type state enum commitment_state
--: type made day
--: type due day
--: type first_due day
--: type ended day

--: count sheet_count(dialogue int)
SELECT count(*) FROM commitment c WHERE c.dialogue = :dialogue;

--: many sheet_rows(dialogue int, own text)
SELECT c.id, c.number, a.number AS "advice_number:int", w.slug, c.made, c.first_due, c.due, c.horizon, c.state, c.ended,
       c.budget, c.moves, o.title, o.body, o.stopped, e.title AS "title_en:text?", e.body AS "body_en:text?",
       e.stopped AS "stopped_en:text?", (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int"
FROM commitment c
JOIN advice a ON a.id = c.advice
JOIN department w ON w.id = c.owner
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text e ON e.commitment = c.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE c.dialogue = :dialogue ORDER BY c.number LIMIT 20000;

--: many sheet_owners(dialogue int)
SELECT c.number, w.slug FROM commitment c
JOIN commitment_owner q ON q.commitment = c.id
JOIN department w ON w.id = q.department
WHERE c.dialogue = :dialogue ORDER BY c.number, q.department LIMIT 60000;

--: many sheet_places(dialogue int)
SELECT c.number, n.slug FROM commitment c
JOIN commitment_place p ON p.commitment = c.id
JOIN neighbourhood n ON n.id = p.neighbourhood
WHERE c.dialogue = :dialogue ORDER BY c.number, p.neighbourhood LIMIT 60000;

--: maybe sheet_hood(dialogue int, slug text)
SELECT n.id FROM neighbourhood n WHERE n.dialogue = :dialogue AND n.slug = :slug;

--: maybe sheet_advice(dialogue int, number int)
-- An advice whose answer adopts it, wholly or in part.
SELECT a.id FROM advice a JOIN answer n ON n.advice = a.id AND n.kind < 2
WHERE a.dialogue = :dialogue AND a.number = :number;
