-- Objections: what waits for somebody who did not decide before.
--: reads objection, voice, voice_said, intake, history, person
--: include "features/review/review.h"
--: type visibility enum visibility
--: type account enum account
--: type reason enum reason
--: type hidden_for enum reason
--: type act enum act
--: type at instant
--: type decided instant

--: many objections_waiting(dialogue int, after int)
-- The oldest first, behind this one; with who decided about the voice.
SELECT o.id, o.at, o.body, v.number, v.lang, v.body AS "words:text", i.checked_by FROM objection o
JOIN voice v ON v.id = o.voice
LEFT JOIN intake i ON i.voice = o.voice
WHERE o.dialogue = :dialogue AND o.decided IS NULL AND o.id > :after ORDER BY o.id LIMIT 51;

--: maybe objection_shown(dialogue int, objection int)
-- One objection, and the voice it is about.
SELECT o.id, o.at, o.body, o.decided, o.answer, o.voice, v.number, v.lang, v.body AS "words:text", v.visibility,
       v.account, v.reason, i.hidden_for, p.name AS "decider:text?"
FROM objection o
JOIN voice v ON v.id = o.voice
LEFT JOIN intake i ON i.voice = o.voice
LEFT JOIN person p ON p.id = o.decided_by
WHERE o.id = :objection AND o.dialogue = :dialogue;

--: count objection_decider(voice int, person int)
-- Did this person hide it, set it aside or check it before?
SELECT (SELECT count(*) FROM history h WHERE h.thing = 2 AND h.number = :voice AND h.act IN (4, 7)
        AND h.undone = 0 AND h.person = :person) +
       (SELECT count(*) FROM intake i WHERE i.voice = :voice AND i.checked_by = :person) LIMIT 1;
