-- One voice, with everything whoever checks it has to know.
--: reads intake, voice, voice_said, voice_text, recording, theme, theme_text, neighbourhood, tables, gathering
--: reads care, person, objection, message, history, story, story_text
--: include "features/review/review.h"
--: type kind enum kind
--: type channel enum channel
--: type consent enum consent
--: type state enum check_state
--: type visibility enum visibility
--: type account enum account
--: type hidden_for enum reason
--: type help enum help
--: type young bool
--: type received instant
--: type checked instant
--: type due instant
--: type closed instant
--: type day day
--: type message.at instant
--: type objection.at instant

--: maybe one_voice(dialogue int, number int, own text)
-- The voice with this number; without intake when it came with a folder.
SELECT v.id AS "voice:int", v.number, v.lang, v.body, v.kind, v.day, v.visibility, v.account, v.theme, v.neighbourhood,
       v.at_table, s.body AS "said:text?", t.slug AS "theme_slug:text?", n.slug AS "neighbourhood_slug:text?",
       i.received, i.channel, i.consent, i.young, i.state, i.checked, i.checked_by, i.hidden_for, i.fingerprint,
       p.name AS "checker:text?", k.name AS "taker:text?", r.type AS "sound:text?",
       c.due, c.closed, b.number AS "table_number:int?", g.slug AS "gathering:text?", b.round AS "round:int?",
       y.slug AS "story:text?", y.signed AS "signed_by:text?", yt.title AS "story_title:text?",
       nl.body AS "nl:text?", en.body AS "en:text?"
FROM voice v
LEFT JOIN intake i ON i.voice = v.id
LEFT JOIN voice_said s ON s.voice = v.id
LEFT JOIN theme t ON t.id = v.theme
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
LEFT JOIN person p ON p.id = i.checked_by
LEFT JOIN person k ON k.id = i.taken_by
LEFT JOIN recording r ON r.voice = v.id
LEFT JOIN care c ON c.voice = v.id
LEFT JOIN tables b ON b.id = v.at_table
LEFT JOIN gathering g ON g.id = b.gathering
LEFT JOIN story y ON y.voice = v.id
LEFT JOIN story_text yt ON yt.story = v.id AND yt.lang = :own
LEFT JOIN voice_text nl ON nl.voice = v.id AND nl.lang = 'nl'
LEFT JOIN voice_text en ON en.voice = v.id AND en.lang = 'en'
WHERE v.dialogue = :dialogue AND v.number = :number;

--: count one_alike(dialogue int, state enum check_state, fingerprint int)
-- How many wait with the same words.
SELECT count(*) FROM intake i
WHERE i.dialogue = :dialogue AND i.state = :state AND i.fingerprint = :fingerprint;

--: many one_messages(voice int)
-- What was said to and fro, with the name of a colleague.
SELECT m.id, m.at, m.body, p.name AS "person:text?" FROM message m LEFT JOIN person p ON p.id = m.person
WHERE m.voice = :voice ORDER BY m.id LIMIT 100;

--: many one_neighbourhoods(dialogue int)
-- To choose from.
SELECT n.id, n.slug, n.name FROM neighbourhood n WHERE n.dialogue = :dialogue ORDER BY n.position LIMIT 500;

--: maybe one_objection(voice int)
-- The newest objection that waits.
SELECT o.id FROM objection o WHERE o.voice = :voice AND o.decided IS NULL ORDER BY o.id DESC LIMIT 1;

--: maybe one_sound(dialogue int, number int)
-- The sound of a voice that was spoken.
SELECT r.type, r.bytes FROM voice v JOIN recording r ON r.voice = v.id
WHERE v.dialogue = :dialogue AND v.number = :number;
