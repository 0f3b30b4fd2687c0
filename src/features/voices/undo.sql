-- What was done to voices in one go, to take it back.
--: reads history
--: include "features/history/history.h"
--: type act enum act

--: many voices_in_batch(dialogue int, batch int, before_row int)
-- The changes of voices in a batch, the last first, a hundred at a time.
SELECT h.id, h.number AS "voice:int", h.act, h.before FROM history h
WHERE h.batch = :batch AND h.id < :before_row AND h.thing = 2 AND h.dialogue = :dialogue
ORDER BY h.id DESC LIMIT 100;
