-- A few promises for a frame on another site.
--: reads commitment, commitment_text
--: include "features/dialogue/dialogue.h"
--: type state enum commitment_state
--: type first_due day
--: type ended day

--: many embed_late(dialogue int, own text, lang text)
-- The first of those that are open, the one promised longest ago first.
SELECT c.number, c.state, c.first_due, c.ended, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
WHERE c.dialogue = :dialogue AND c.state < 2
ORDER BY c.first_due, c.number LIMIT 5;
