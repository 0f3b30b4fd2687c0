-- Messages about voices that nobody of the team read yet.
--: owns message_waiting
--: reads message, voice, intake
--: include "features/review/review.h"
--: type at instant
--: type channel enum channel

--: count messages_waiting_count(dialogue int)
-- How many wait.
SELECT count(*) FROM message_waiting w WHERE w.dialogue = :dialogue;

--: many messages_waiting(dialogue int, after int)
-- The oldest first, behind this one.
SELECT m.id, m.at, m.body, v.number, v.lang, v.body AS "words:text", i.channel FROM message_waiting w
JOIN message m ON m.id = w.message
JOIN voice v ON v.id = w.voice
LEFT JOIN intake i ON i.voice = w.voice
WHERE w.dialogue = :dialogue AND w.message > :after ORDER BY w.message LIMIT 51;

--: run message_read(dialogue int, message int)
-- Somebody read it.
DELETE FROM message_waiting WHERE dialogue = :dialogue AND message = :message;
