-- What became of the promises of a year: those whose first date lies in it.
--: reads commitment, commitment_text, department, deed
--: include "features/dialogue/dialogue.h"
--: type state enum commitment_state
--: type first_due day
--: type due day
--: type ended day

--: stream account_all(dialogue int)
-- Every commitment by its first date.
SELECT c.id, c.number, c.first_due, c.state, c.ended, c.moves FROM commitment c
WHERE c.dialogue = :dialogue ORDER BY c.first_due, c.number;

--: one account_one(commitment int, own text, lang text)
SELECT c.number, c.first_due, c.due, c.moves, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.stopped, o.stopped) AS "stopped:text", w.name AS "owner_name:text", w.name_en AS "owner_en:text",
       (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int"
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
JOIN department w ON w.id = c.owner
WHERE c.id = :commitment;
