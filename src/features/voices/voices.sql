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

--: run story_sign(voice int, signed_by text)
-- Under another name, or a role.
UPDATE story SET signed = :signed_by WHERE voice = :voice;

--: maybe story_find(dialogue int, slug text)
-- The voice behind a story's slug.
SELECT voice FROM story WHERE dialogue = :dialogue AND slug = :slug;

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

-- ---- what pages show ----
--: part around_voice
-- What stands around voice v: its translation, table, story and theme.
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = :lang AND x.lang <> v.lang
LEFT JOIN tables t ON t.id = v.at_table
LEFT JOIN gathering g ON g.id = t.gathering
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
LEFT JOIN story s ON s.voice = v.id
LEFT JOIN story_text so ON so.story = s.voice AND so.lang = :own
LEFT JOIN story_text sx ON sx.story = s.voice AND sx.lang = :lang
LEFT JOIN theme h ON h.id = v.theme
LEFT JOIN theme_text ho ON ho.theme = h.id AND ho.lang = :own
LEFT JOIN theme_text hx ON hx.theme = h.id AND hx.lang = :lang

--: part voice_columns
-- A voice as people read it; its words only when it is shown.
SELECT v.id, v.number, v.kind, v.day, v.visibility, v.account, v.reason, v.lang,
       CASE WHEN v.visibility = 1 THEN v.body ELSE '' END AS "body:text",
       CASE WHEN v.visibility = 1 THEN x.body END AS "translation:text?",
       t.round, t.number AS "table_number:int?", g.slug AS "gathering:text?",
       n.name AS "neighbourhood:text?", s.slug AS "story:text?",
       coalesce(sx.title, so.title) AS "story_title:text?",
       coalesce(sx.lang, so.lang) AS "story_lang:text?",
       h.slug AS "theme:text?", coalesce(hx.title, ho.title) AS "theme_title:text?",
       coalesce(hx.lang, ho.lang) AS "theme_lang:text?"

--: reads theme, theme_text, tables, gathering, neighbourhood, point, point_voice
--: type kind enum kind
--: type account enum account
--: type reason enum reason

--: many voices_of_theme(theme int, own text, lang text, kind enum kind?, at_table int?, after int)
-- Shown voices of a theme behind number `after`; one more than a page holds, to see whether more follow.
{voice_columns}
FROM voice v
{around_voice}
WHERE v.theme = :theme AND v.visibility = 1 AND v.number > :after
AND (:kind IS NULL OR v.kind = :kind) AND (:at_table IS NULL OR v.at_table = :at_table)
ORDER BY v.number LIMIT 51;

--: many voices_of_point(edition int, point int, own text, lang text) like voices_of_theme
-- What a point of an edition rests on; of a voice that is not shown only its number and its state.
-- sort: what one point rests on
{voice_columns}
FROM point_voice r
JOIN voice v ON v.id = r.voice
{around_voice}
WHERE r.edition = :edition AND r.point = :point
ORDER BY v.number LIMIT 200;

--: maybe voice_shown(dialogue int, number int, own text, lang text) like voices_of_theme
-- One voice with everything around it; its words only when it is shown.
{voice_columns}
FROM voice v
{around_voice}
WHERE v.dialogue = :dialogue AND v.number = :number;

--: many voice_uses_in_theme(edition int, theme int, first int, last int)
-- In which points of an edition the shown voices of a theme stand, in order of voice.
-- sort: the voices of one page
SELECT v.number AS "thing:int", p.number AS "point:int"
FROM voice v
JOIN point_voice r ON r.voice = v.id AND r.edition = :edition
JOIN point p ON p.edition = r.edition AND p.id = r.point
WHERE v.theme = :theme AND v.visibility = 1 AND v.number BETWEEN :first AND :last
ORDER BY v.number, p.number LIMIT 2000;

--: many voice_uses_beside_point(edition int, point int) like voice_uses_in_theme
-- In which points the voices under one point stand.
-- sort: what one point rests on
SELECT v.number AS "thing:int", p.number AS "point:int"
FROM point_voice u
JOIN voice v ON v.id = u.voice
JOIN point_voice r ON r.voice = v.id AND r.edition = u.edition
JOIN point p ON p.edition = r.edition AND p.id = r.point
WHERE u.edition = :edition AND u.point = :point
ORDER BY v.number, p.number LIMIT 2000;
