-- The desk: what can be chosen for a commitment.
--: reads deed, deed_text, neighbourhood
--: reads advice, advice_text, answer, picture, picture_text
--: include "features/dialogue/dialogue.h"
--: type day day

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
