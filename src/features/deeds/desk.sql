-- The desk: all commitments, and what can be chosen for one.
--: reads commitment, commitment_text, commitment_moved, deed, deed_text, note, department, neighbourhood
--: reads advice, advice_text, answer, picture, picture_text
--: include "features/dialogue/dialogue.h"
--: type horizon enum horizon
--: type state enum commitment_state
--: type due day
--: type first_due day
--: type ended day
--: type day day

--: many desk_commitments(dialogue int, own text)
-- Every commitment; those that are open first, by the date promised first.
-- sort: at most some thousands, for the desk
SELECT c.id, c.number, c.state, c.first_due, c.due, c.ended, o.title, w.name AS "owner_name:text",
       (SELECT count(*) FROM commitment_moved m WHERE m.commitment = c.id) AS "moves:int",
       (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int",
       (SELECT count(*) FROM note n WHERE n.commitment = c.id) AS "notes:int"
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
JOIN department w ON w.id = c.owner
WHERE c.dialogue = :dialogue ORDER BY c.state >= 2, c.first_due, c.number LIMIT 1000;

--: many desk_answered(dialogue int, own text)
-- Advices whose answer adopts them, wholly or in part: a commitment can follow.
SELECT a.id, a.number, o.title FROM advice a
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
JOIN answer n ON n.advice = a.id AND n.kind < 2
WHERE a.dialogue = :dialogue ORDER BY a.position, a.id LIMIT 500;

--: many desk_neighbourhoods(dialogue int)
SELECT id, name FROM neighbourhood WHERE dialogue = :dialogue ORDER BY position, id LIMIT 300;

--: many desk_pictures(dialogue int, own text)
-- What can be shown with a deed.
SELECT p.id, x.alt FROM picture p JOIN picture_text x ON x.picture = p.id AND x.lang = :own
WHERE p.dialogue = :dialogue ORDER BY p.position, p.id LIMIT 300;

--: many desk_deeds(commitment int, own text)
SELECT d.number, d.day, o.body FROM deed d JOIN deed_text o ON o.deed = d.id AND o.lang = :own
WHERE d.commitment = :commitment ORDER BY d.number LIMIT 500;
