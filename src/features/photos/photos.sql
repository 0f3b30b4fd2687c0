-- Photos: how they come in, who may see them, and how they go away.
--: owns photo
--: reads voice, intake, tables, gathering, gathering_text, person, theme, theme_text
--: include "features/photos/states.h"
--: include "features/dialogue/dialogue.h"
--: type photo.state enum photo_state
--: type photo.people enum photo_people
--: type photo.hidden_for enum reason
--: type received instant
--: type checked instant
--: type consent int
--: type visibility enum visibility
--: type account enum account

-- ---- coming in ----

--: maybe photo_by_mark(mark bytes)
-- Was this photo sent before?
SELECT p.id, p.state FROM photo p WHERE p.mark = :mark;

--: count photos_full(gathering int, number int)
-- How many photos came in at a table of an evening, in all its rounds.
SELECT count(*) FROM tables t JOIN photo p ON p.at_table = t.id
WHERE t.gathering = :gathering AND t.number = :number;

--: many photos_from_table(gathering int, number int)
-- Those of a table that are still there, also what waits; for the table itself, so without pixels.
-- sort: sixty at most
SELECT p.id, p.received, t.round FROM tables t JOIN photo p ON p.at_table = t.id
WHERE t.gathering = :gathering AND t.number = :number AND p.state <> 3 ORDER BY p.id LIMIT 60;

--: add photo_add(dialogue int, at_table int?, voice int?, mark bytes, received instant, taken_by int?,
--:               people enum photo_people, type text, width int, height int, hash text, small bytes, bytes bytes)
-- It waits until a person looked at it.
INSERT INTO photo (dialogue, at_table, voice, mark, received, taken_by, people, state, alt, alt_en, maker,
                   type, width, height, hash, small, bytes)
VALUES (:dialogue, :at_table, :voice, :mark, :received, :taken_by, :people, 0, '', '', '',
        :type, :width, :height, :hash, :small, :bytes);

-- ---- decided ----

--: maybe photo_find(dialogue int, photo int)
-- Everything about a photo but its pixels, for the team.
SELECT p.id, p.at_table, p.voice, p.received, p.people, p.state, p.checked, p.hidden_for, p.alt, p.alt_en,
       p.maker, p.picture, p.type, p.width, p.height, p.hash,
       v.number AS "voice_number:int?", v.theme AS "voice_theme:int?", v.body AS "voice_body:text?",
       v.lang AS "voice_lang:text?", i.consent AS "consent:int?",
       t.round AS "round:int?", t.number AS "table_number:int?", t.theme AS "table_theme:int?",
       g.slug AS "gathering:text?", c.name AS "checker:text?", k.name AS "taker:text?"
FROM photo p
LEFT JOIN voice v ON v.id = p.voice
LEFT JOIN intake i ON i.voice = p.voice
LEFT JOIN tables t ON t.id = p.at_table
LEFT JOIN gathering g ON g.id = t.gathering
LEFT JOIN person c ON c.id = p.checked_by
LEFT JOIN person k ON k.id = p.taken_by
WHERE p.id = :photo AND p.dialogue = :dialogue;

--: run photo_decide(photo int, state enum photo_state, checked instant, checked_by int?,
--:                  hidden_for enum reason?)
-- Somebody looked at it.
UPDATE photo SET state = :state, checked = :checked, checked_by = :checked_by, hidden_for = :hidden_for
WHERE id = :photo;

--: run photo_describe(photo int, people enum photo_people, alt text, alt_en text, maker text)
-- What is seen, who made it, and whether those on it agree.
UPDATE photo SET people = :people, alt = :alt, alt_en = :alt_en, maker = :maker WHERE id = :photo;

--: run photo_alt_reword(photo int, alt text)
-- Other words for what is seen.
UPDATE photo SET alt = :alt WHERE id = :photo;

--: run photo_alt_en_reword(photo int, alt text)
UPDATE photo SET alt_en = :alt WHERE id = :photo;

--: run photo_maker_reword(photo int, maker text)
UPDATE photo SET maker = :maker WHERE id = :photo;

--: run photo_pictured(photo int, picture int?)
-- It stands as this picture at a theme.
UPDATE photo SET picture = :picture WHERE id = :photo;

--: run photo_empty(photo int)
-- Its pixels go, and what was said of them; that it came in remains.
UPDATE photo SET state = 3, type = '', width = 0, height = 0, hash = '', small = x'', bytes = x'',
    alt = '', alt_en = '', maker = '', picture = NULL WHERE id = :photo;

--: many photo_ids_of_voice(voice int)
-- The photos that came with a contribution and still are there.
SELECT p.id, p.hash, p.picture FROM photo p WHERE p.voice = :voice AND p.state <> 3 ORDER BY p.id LIMIT 20;

--: maybe photo_hash(photo int)
SELECT p.hash, p.picture FROM photo p WHERE p.id = :photo AND p.state <> 3;

-- ---- lists for the team ----

--: count photos_in_state(dialogue int, state enum photo_state)
SELECT count(*) FROM photo p WHERE p.dialogue = :dialogue AND p.state = :state;

--: many photos_of_team(dialogue int, state enum photo_state, after int)
-- Photos in a state, oldest first.
SELECT p.id, p.received, p.people, p.state, p.hidden_for, p.alt, p.maker, p.width, p.height,
       v.number AS "voice_number:int?", t.round AS "round:int?", t.number AS "table_number:int?",
       g.slug AS "gathering:text?"
FROM photo p
LEFT JOIN voice v ON v.id = p.voice
LEFT JOIN tables t ON t.id = p.at_table
LEFT JOIN gathering g ON g.id = t.gathering
WHERE p.dialogue = :dialogue AND p.state = :state AND p.id > :after ORDER BY p.id LIMIT 51;

--: maybe photo_next(dialogue int, after int)
-- The next photo that waits.
SELECT p.id FROM photo p WHERE p.dialogue = :dialogue AND p.state = 0 AND p.id > :after ORDER BY p.id LIMIT 1;

--: many photo_themes(dialogue int, own text)
-- The themes at which a photo can stand, and what stands there.
SELECT t.id, t.picture, x.title FROM theme t JOIN theme_text x ON x.theme = t.id AND x.lang = :own
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: many photo_tables(dialogue int, own text)
-- The tables of the newest evenings, to say where it was taken.
SELECT s.id, s.round, s.number, x.title AS "evening:text" FROM gathering g
JOIN tables s ON s.gathering = g.id
JOIN gathering_text x ON x.gathering = g.id AND x.lang = :own
WHERE g.dialogue = :dialogue ORDER BY g.day DESC, s.round, s.number LIMIT 200;

--: maybe photo_voice(dialogue int, number int)
-- The contribution that it came with.
SELECT v.id, v.visibility FROM voice v WHERE v.dialogue = :dialogue AND v.number = :number;

-- ---- pixels ----

--: maybe photo_large(dialogue int, photo int)
-- For the team, in every state.
SELECT p.type, p.bytes FROM photo p WHERE p.id = :photo AND p.dialogue = :dialogue AND p.state <> 3;

--: maybe photo_small(dialogue int, photo int)
SELECT p.type, p.small AS "bytes:bytes" FROM photo p
WHERE p.id = :photo AND p.dialogue = :dialogue AND p.state <> 3;

--: maybe photo_public(dialogue int, photo int)
-- For everybody: shown, and the contribution it came with is shown too.
SELECT p.type, p.bytes FROM photo p LEFT JOIN voice v ON v.id = p.voice
WHERE p.id = :photo AND p.dialogue = :dialogue AND p.state = 1 AND (p.voice IS NULL OR v.visibility = 1)
LIMIT 1;

--: maybe photo_public_small(dialogue int, photo int)
SELECT p.type, p.small AS "bytes:bytes" FROM photo p LEFT JOIN voice v ON v.id = p.voice
WHERE p.id = :photo AND p.dialogue = :dialogue AND p.state = 1 AND (p.voice IS NULL OR v.visibility = 1)
LIMIT 1;

-- ---- shown ----

--: many photos_at_table(at_table int)
-- The photos of a table that everybody may see.
SELECT p.id, p.width, p.height, p.alt, p.alt_en, p.maker FROM photo p
WHERE p.at_table = :at_table AND p.state = 1 AND p.voice IS NULL ORDER BY p.id LIMIT 40;

--: many photos_with_voice(voice int) like photos_at_table
-- The photos of a contribution that everybody may see; its page is shown only when itself is.
SELECT p.id, p.width, p.height, p.alt, p.alt_en, p.maker FROM photo p
WHERE p.voice = :voice AND p.state = 1 ORDER BY p.id LIMIT 5;

--: many photos_sent_with(voice int)
-- What became of the photos of a contribution, for its author.
SELECT p.id, p.state, p.hidden_for, p.people FROM photo p WHERE p.voice = :voice ORDER BY p.id LIMIT 5;

--: maybe photo_of_author(voice int, photo int)
-- The pixels of a photo, for who sent it.
SELECT p.type, p.bytes FROM photo p WHERE p.id = :photo AND p.voice = :voice AND p.state <> 3;

-- ---- at the end ----

--: many photos_unshown(dialogue int)
-- Photos of a dialogue that nobody but the team ever saw.
-- sort: those of two states, a hundred at a time
SELECT p.id FROM photo p WHERE p.dialogue = :dialogue AND p.state IN (0, 2) ORDER BY p.id LIMIT 100;

--: run photos_forget_team(dialogue int)
-- Who put them in and who decided.
UPDATE photo SET taken_by = NULL, checked_by = NULL
WHERE dialogue = :dialogue AND state IN (0, 1, 2, 3);
