-- Voices and stories: everything that writes them, and what other features may ask of them.
--: owns voice, voice_text, story, story_text
--: include "features/dialogue/dialogue.h"
--: type day day
--: type visibility enum visibility

-- ---- voices ----

--: add voice_add(dialogue int, number int, position int, theme int?, at_table int?, neighbourhood int?,
--:               kind enum kind?, day day?, lang text, body text, salt bytes,
--:               visibility enum visibility, account enum account, reason enum reason?)
-- A new voice; `salt` is 16 random bytes, given once.
INSERT INTO voice (dialogue, number, position, theme, at_table, neighbourhood, kind, day, lang, body,
                   salt, visibility, account, reason)
VALUES (:dialogue, :number, :position, :theme, :at_table, :neighbourhood, :kind, :day, :lang, :body,
        :salt, :visibility, :account, :reason);

--: run voice_update(voice int, position int, theme int?, at_table int?, neighbourhood int?,
--:                  kind enum kind?, day day?, lang text, body text, visibility enum visibility,
--:                  account enum account, reason enum reason?)
-- The same voice, as it is written now; the salt stays.
UPDATE voice SET position = :position, theme = :theme, at_table = :at_table,
       neighbourhood = :neighbourhood, kind = :kind, day = :day, lang = :lang, body = :body,
       visibility = :visibility, account = :account, reason = :reason WHERE id = :voice;

--: maybe voice_find(dialogue int, number int)
-- The id behind a number.
SELECT id FROM voice WHERE dialogue = :dialogue AND number = :number;

--: stream voice_list(dialogue int)
-- Every voice of a dialogue, to see which are no longer in what is being loaded.
SELECT id, number FROM voice WHERE dialogue = :dialogue ORDER BY number;

--: run voice_delete(voice int)
-- Its translations and its story first. Refused by the schema while a point of any edition rests on it.
DELETE FROM voice WHERE id = :voice;

--: run voice_text_put(voice int, lang text, body text)
-- A translation of what was said.
INSERT INTO voice_text (voice, lang, body) VALUES (:voice, :lang, :body)
ON CONFLICT (voice, lang) DO UPDATE SET body = excluded.body;

--: run voice_texts_clear(voice int)
-- Its translations.
DELETE FROM voice_text WHERE voice = :voice;

-- ---- stories ----

--: run story_add(voice int, dialogue int, slug text, position int, signed_by text)
-- A voice becomes a story; its titles follow with story_text_put.
INSERT INTO story (voice, dialogue, slug, position, signed)
VALUES (:voice, :dialogue, :slug, :position, :signed_by);

--: run story_update(voice int, slug text, position int, signed_by text)
-- The same story, as it is written now.
UPDATE story SET slug = :slug, position = :position, signed = :signed_by WHERE voice = :voice;

--: maybe story_find(dialogue int, slug text)
-- The voice behind a story's slug.
SELECT voice FROM story WHERE dialogue = :dialogue AND slug = :slug;

--: maybe story_of_voice(voice int)
-- The slug of a voice that is a story.
SELECT slug FROM story WHERE voice = :voice;

--: stream story_list(dialogue int)
-- Every story of a dialogue, to see which are no longer in what is being loaded.
SELECT voice, slug FROM story WHERE dialogue = :dialogue ORDER BY slug;

--: run story_delete(voice int)
-- Its titles first; the voice remains.
DELETE FROM story WHERE voice = :voice;

--: run story_text_put(story int, lang text, title text)
-- Its title in one language.
INSERT INTO story_text (story, lang, title) VALUES (:story, :lang, :title)
ON CONFLICT (story, lang) DO UPDATE SET title = excluded.title;

--: run story_texts_clear(story int)
-- Its titles in every language.
DELETE FROM story_text WHERE story = :story;
