-- Which voices speak of the same: their terms, kept beside the words.
--: owns voice_terms, voice_unread
--: reads voice, voice_text, dialogue, theme, theme_text, tables, intake
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type account enum account

--: many related_unread()
-- Voices whose terms are still to be made, with their words: the translation into the dialogue's own
-- language where an editor gave one.
SELECT u.voice, u.turn, v.dialogue, v.visibility IN (1, 2) AS "open:bool", d.lang AS own,
       coalesce(x.lang, v.lang) AS "lang:text", coalesce(x.body, v.body) AS "body:text"
FROM voice_unread u
JOIN voice v ON v.id = u.voice
JOIN dialogue d ON d.id = v.dialogue
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = d.lang AND v.lang <> d.lang
ORDER BY u.voice LIMIT 1000;

--: count related_turn(voice int)
-- Its turn; -1 when it was read or erased meanwhile.
SELECT coalesce((SELECT u.turn FROM voice_unread u WHERE u.voice = :voice), -1);

--: run related_read(voice int)
DELETE FROM voice_unread WHERE voice = :voice;

--: run related_put(dialogue int, voice int, terms bytes)
INSERT INTO voice_terms (dialogue, voice, terms) VALUES (:dialogue, :voice, :terms)
ON CONFLICT (dialogue, voice) DO UPDATE SET terms = excluded.terms;

--: stream related_texts(dialogue int)
-- The terms of every voice of a dialogue.
SELECT t.voice, t.terms FROM voice_terms t WHERE t.dialogue = :dialogue;

--: maybe related_words(voice int)
-- The words of one voice as they are compared, and where it was said.
SELECT v.number, v.at_table, coalesce(x.lang, v.lang) AS "lang:text", coalesce(x.body, v.body) AS "body:text"
FROM voice v
JOIN dialogue d ON d.id = v.dialogue
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = d.lang AND v.lang <> d.lang
WHERE v.id = :voice AND v.visibility IN (1, 2) LIMIT 1;

--: maybe related_voice(voice int, own text, lang text)
-- A voice that is related, when a point may rest on it and it is neither withdrawn nor set aside.
SELECT v.number, v.kind, v.lang, v.body, v.draft_points, v.theme, v.at_table, v.visibility = 1 AS "shown:bool",
       x.body AS "translation:text?", coalesce(tx.title, tt.title) AS "title:text?",
       coalesce(tx.lang, tt.lang) AS "title_lang:text?", t.number AS "table_number:int?"
FROM voice v
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = :own AND v.lang <> :own
LEFT JOIN theme_text tt ON tt.theme = v.theme AND tt.lang = :own
LEFT JOIN theme_text tx ON tx.theme = v.theme AND tx.lang = :lang
LEFT JOIN tables t ON t.id = v.at_table
WHERE v.id = :voice AND v.account = 0
AND (v.visibility = 1 OR (v.visibility = 2 AND EXISTS (SELECT 1 FROM intake i WHERE i.voice = v.id
     AND i.consent = 1 AND i.state = 2 AND i.hidden_for IS NULL)))
LIMIT 1;
