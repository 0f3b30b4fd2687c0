-- Care: who takes care of whoever asks for help, and by when.
--: reads care, voice, intake, person, role
--: include "features/review/review.h"
--: type due instant
--: type made instant
--: type closed instant
--: type visibility enum visibility

--: many care_list(dialogue int)
-- What is open, the most urgent first.
SELECT c.voice, c.due, c.made, v.number, v.lang, v.body, p.name, c.owner FROM care c
JOIN voice v ON v.id = c.voice
JOIN person p ON p.id = c.owner
WHERE c.dialogue = :dialogue AND c.closed IS NULL ORDER BY c.due LIMIT 200;

--: count care_closed(dialogue int)
SELECT count(*) FROM care c WHERE c.dialogue = :dialogue AND c.closed IS NOT NULL;

--: maybe care_voice(dialogue int, number int)
-- The voice, and what is known of its care.
SELECT v.id AS "voice:int", v.number, v.lang, v.body, v.visibility, c.owner, c.due, c.made, c.note, c.closed,
       p.name AS "name:text?"
FROM voice v
LEFT JOIN care c ON c.voice = v.id
LEFT JOIN person p ON p.id = c.owner
WHERE v.dialogue = :dialogue AND v.number = :number;

--: many care_people(dialogue int)
-- Who can take care: editors and administrators here.
-- sort: tens of people
SELECT DISTINCT p.id, p.name FROM person p JOIN role r ON r.person = p.id
WHERE p.ended IS NULL AND r.role >= 4 AND (r.dialogue IS NULL OR r.dialogue = :dialogue)
ORDER BY p.name LIMIT 200;
