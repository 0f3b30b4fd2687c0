-- What stands behind the voices of a dialogue that was done long ago.
--: owns intake, voice_said, recording, message, objection, care
--: reads voice
--: include "features/dialogue/dialogue.h"
--: type visibility enum visibility

--: many tidy_voices(dialogue int, after int)
-- Voices behind number `after`, and what there is of each that goes.
SELECT v.id, v.number, v.visibility, EXISTS (SELECT 1 FROM voice_said s WHERE s.voice = v.id) AS "said:bool"
FROM voice v WHERE v.dialogue = :dialogue AND v.number > :after ORDER BY v.number LIMIT 200;

--: run tidy_intake(voice int, receipt bytes)
-- That it came in stays; by whose hand, and the code of its author, go.
UPDATE intake SET receipt = :receipt, young = 0, taken_by = NULL, checked_by = NULL
WHERE voice = :voice;

--: run tidy_care(voice int)
DELETE FROM care WHERE voice = :voice;

--: run tidy_objections(voice int)
UPDATE objection SET body = '', answer = '', decided_by = NULL WHERE voice = :voice;
