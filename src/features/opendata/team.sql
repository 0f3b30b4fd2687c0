-- What was said, for the team: shown to everybody, or only to them as its author chose.
--: reads voice, voice_text, story, intake, theme, neighbourhood, gathering, tables
--: include "features/voices/voices.h"
--: type kind enum kind

--: stream team_said(dialogue int, own text)
-- Table after table, then what was said at none.
-- sort: a file has everything once
SELECT v.number, g.slug AS "gathering:text?", b.round AS "round:int?", b.number AS "at_table:int?",
       t.slug AS "theme:text?", v.kind, v.lang, v.body, x.body AS "own_words:text?",
       v.visibility = 1 AS "shown:bool", s.signed AS "signed_by:text?", n.slug AS "neighbourhood:text?",
       v.day AS "day:day?", i.received AS "received:instant?", i.channel AS "channel:int?",
       i.consent AS "consent:int?"
FROM voice v
LEFT JOIN intake i ON i.voice = v.id
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = :own AND x.lang <> v.lang
LEFT JOIN story s ON s.voice = v.id
LEFT JOIN theme t ON t.id = v.theme
LEFT JOIN tables b ON b.id = v.at_table
LEFT JOIN gathering g ON g.id = b.gathering
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
WHERE v.dialogue = :dialogue AND v.account IN (0, 1)
AND (v.visibility = 1 OR (v.visibility = 2 AND i.consent = 1 AND i.state = 2 AND i.hidden_for IS NULL))
ORDER BY g.position IS NULL, g.position, b.round, b.number, v.number;
