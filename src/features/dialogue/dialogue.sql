-- Dialogues with their texts, phases, pictures, pillars and themes: everything that writes them, and
-- what other features may ask of them. A thing is added without its texts; those follow, one row for
-- each language. A `…_list` gives all there is, so that loading can sweep what is gone.
--: owns municipality, dialogue, dialogue_text, neighbourhood, phase, phase_text, section
--: type image_gone.at instant
--: owns image, image_gone, picture, picture_text, pillar, pillar_text, theme, theme_text, reason
--: owns dialogue_tally, theme_tally
--: reads listening, edition, gathering, voice, story, source, advice, map_state
--: include "features/dialogue/terms.h"
--: type phase.phase enum phase
--: type phase_text.phase enum phase
--: type phase.state enum phase_state
--: type section.section enum section
--: type invented bool
--: type counts_days bool
--: type open_table bool
--: type edition.published instant
--: type dialogue.licence enum licence

-- ---- municipality ----

--: maybe kept municipality_get()
-- The city this data file serves.
SELECT name, colour, phone, email, website FROM municipality WHERE id = 1;

--: one kept municipality_invented()
-- True when there are dialogues and all of them are invented: then so is the city.
SELECT coalesce(min(d.invented), 0) AS "invented:bool" FROM dialogue d;

--: run municipality_put(name text, colour int, phone text, email text, website text)
-- The city, as it is written now.
INSERT INTO municipality (id, name, colour, phone, email, website)
VALUES (1, :name, :colour, :phone, :email, :website)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, colour = excluded.colour,
   phone = excluded.phone, email = excluded.email, website = excluded.website;

--: run municipality_delete()
DELETE FROM municipality WHERE id = 1;

-- ---- dialogues ----

--: add dialogue_add(slug text, position int, lang text, invented bool)
-- A new dialogue, without its picture: dialogue_picture_set follows.
INSERT INTO dialogue (slug, position, lang, invented, picture)
VALUES (:slug, :position, :lang, :invented, NULL);

--: run dialogue_update(dialogue int, position int, lang text, invented bool)
-- The same dialogue, as it is written now.
UPDATE dialogue SET position = :position, lang = :lang, invented = :invented WHERE id = :dialogue;

--: run dialogue_picture_set(dialogue int, picture int?)
-- The picture shown first.
UPDATE dialogue SET picture = :picture WHERE id = :dialogue;

--: run dialogue_licence(dialogue int, licence enum licence)
-- What may be done with its open data.
UPDATE dialogue SET licence = :licence WHERE id = :dialogue;

--: count dialogue_counts(dialogue int)
-- Whether its pages say for how many days something waits.
SELECT counts_days FROM dialogue WHERE id = :dialogue;

--: run dialogue_counts_set(dialogue int, counts_days bool)
UPDATE dialogue SET counts_days = :counts_days WHERE id = :dialogue;

--: maybe dialogue_find(slug text)
-- The id behind a slug, and the language it is written in.
SELECT id, lang AS "own:text" FROM dialogue WHERE slug = :slug;

--: stream dialogue_list()
-- Every dialogue in its order.
SELECT id, slug, position, lang, invented, picture FROM dialogue ORDER BY position, id;

--: run dialogue_delete(dialogue int)
-- Everything of it first. Refused by the schema while an edition of it exists.
DELETE FROM dialogue WHERE id = :dialogue;

--: run dialogue_text_put(dialogue int, lang text, title text, question text, summary text,
--:                       area text, notice text)
-- Its texts in one language.
INSERT INTO dialogue_text (dialogue, lang, title, question, summary, area, notice)
VALUES (:dialogue, :lang, :title, :question, :summary, :area, :notice)
ON CONFLICT (dialogue, lang) DO UPDATE SET title = excluded.title, question = excluded.question,
   summary = excluded.summary, area = excluded.area, notice = excluded.notice;

--: run dialogue_text_delete(dialogue int, lang text)
-- Its texts in one language; never those in its own.
DELETE FROM dialogue_text WHERE dialogue = :dialogue AND lang = :lang;

--: run dialogue_texts_clear(dialogue int)
-- Its texts in every language.
DELETE FROM dialogue_text WHERE dialogue = :dialogue;

-- ---- neighbourhoods ----

--: add neighbourhood_add(dialogue int, slug text, position int, name text, code text)
-- A new part of the area.
INSERT INTO neighbourhood (dialogue, slug, position, name, code)
VALUES (:dialogue, :slug, :position, :name, :code);

--: run neighbourhood_update(neighbourhood int, position int, name text, code text)
-- The same neighbourhood, as it is written now.
UPDATE neighbourhood SET position = :position, name = :name, code = :code
WHERE id = :neighbourhood;

--: run neighbourhood_inhabitants(neighbourhood int, inhabitants int?)
-- How many live there.
UPDATE neighbourhood SET inhabitants = :inhabitants WHERE id = :neighbourhood;

--: run neighbourhood_place(neighbourhood int, position int)
-- Its place in the order.
UPDATE neighbourhood SET position = :position WHERE id = :neighbourhood;

--: maybe neighbourhood_find(dialogue int, slug text)
-- The id behind a slug.
SELECT id FROM neighbourhood WHERE dialogue = :dialogue AND slug = :slug;

--: stream neighbourhood_list(dialogue int)
-- Every neighbourhood of a dialogue.
SELECT id, slug FROM neighbourhood WHERE dialogue = :dialogue ORDER BY slug;

--: run neighbourhood_delete(neighbourhood int)
-- Refused by the schema while a voice is about it.
DELETE FROM neighbourhood WHERE id = :neighbourhood;

-- ---- phases ----

--: run phase_put(dialogue int, phase enum phase, state enum phase_state)
-- How far this phase is.
INSERT INTO phase (dialogue, phase, state) VALUES (:dialogue, :phase, :state)
ON CONFLICT (dialogue, phase) DO UPDATE SET state = excluded.state;

--: run phase_text_put(dialogue int, phase enum phase, lang text, moment text)
-- When it is, in one language.
INSERT INTO phase_text (dialogue, phase, lang, moment) VALUES (:dialogue, :phase, :lang, :moment)
ON CONFLICT (dialogue, phase, lang) DO UPDATE SET moment = excluded.moment;

--: run phase_text_delete(dialogue int, phase enum phase, lang text)
-- When it is, no longer in this language.
DELETE FROM phase_text WHERE dialogue = :dialogue AND phase = :phase AND lang = :lang;

--: run phase_texts_clear(dialogue int)
-- The texts of all its phases; before phases_clear.
DELETE FROM phase_text WHERE dialogue = :dialogue;

--: run phases_clear(dialogue int)
-- All its phases.
DELETE FROM phase WHERE dialogue = :dialogue;

-- ---- long texts ----

--: run section_put(dialogue int, section enum section, lang text, body text)
-- A long text in one language.
INSERT INTO section (dialogue, section, lang, body) VALUES (:dialogue, :section, :lang, :body)
ON CONFLICT (dialogue, section, lang) DO UPDATE SET body = excluded.body;

--: run section_delete(dialogue int, section enum section, lang text)
-- A long text, no longer in this language.
DELETE FROM section WHERE dialogue = :dialogue AND section = :section AND lang = :lang;

--: run sections_clear(dialogue int)
-- All its long texts.
DELETE FROM section WHERE dialogue = :dialogue;

--: maybe section_get(dialogue int, section enum section, own text, lang text)
-- A long text, in the reader's language when there is a translation.
SELECT coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM section o
LEFT JOIN section x ON x.dialogue = o.dialogue AND x.section = o.section AND x.lang = :lang
WHERE o.dialogue = :dialogue AND o.section = :section AND o.lang = :own;

-- ---- images and pictures ----

--: add image_add(hash text, type text, width int, height int, bytes bytes, small bytes)
-- Pixels that no image has yet; see image_find.
INSERT INTO image (hash, type, width, height, bytes, small)
VALUES (:hash, :type, :width, :height, :bytes, :small);

--: maybe image_find(hash text)
-- The id behind a hash.
SELECT id FROM image WHERE hash = :hash;

--: stream image_unused()
-- Images that no picture and no published report shows any more.
-- scan: as many images as pictures, which are few; editions only for the few that have no picture
SELECT i.id FROM image i
WHERE NOT EXISTS (SELECT 1 FROM picture p WHERE p.image = i.id)
  AND NOT EXISTS (SELECT 1 FROM edition e WHERE replace(e.body, i.hash, '') <> e.body) ORDER BY i.id;

--: run image_delete(image int)
-- Refused by the schema while a picture shows it.
DELETE FROM image WHERE id = :image;

--: run image_replace(image int, bytes bytes, width int, height int)
-- Other pixels at the same address: the first ones are gone.
UPDATE image SET type = 'image/png', width = :width, height = :height, bytes = :bytes, small = :bytes
WHERE id = :image;

--: run image_gone_add(image int, at instant)
-- Its pixels were erased.
INSERT INTO image_gone (image, at) VALUES (:image, :at) ON CONFLICT (image) DO NOTHING;

--: count image_is_gone(hash text)
-- 1 when the pixels behind a hash were erased.
SELECT count(*) AS "n:int" FROM image i JOIN image_gone g ON g.image = i.id WHERE i.hash = :hash;

--: run image_texts_forget(image int, nl text, en text)
-- What was seen on it is not told any more either.
UPDATE picture_text SET alt = CASE lang WHEN 'nl' THEN :nl ELSE :en END, caption = ''
WHERE picture IN (SELECT id FROM picture WHERE image = :image);

--: run image_makers_forget(image int)
-- Nor who made it.
UPDATE picture SET maker = '' WHERE image = :image;

--: add picture_add(dialogue int, slug text, position int, image int, file text, maker text)
-- A new picture; its texts follow with picture_text_put.
INSERT INTO picture (dialogue, slug, position, image, file, maker)
VALUES (:dialogue, :slug, :position, :image, :file, :maker);

--: run picture_update(picture int, position int, image int, file text, maker text)
-- The same picture, as it is written now.
UPDATE picture SET position = :position, image = :image, file = :file, maker = :maker
WHERE id = :picture;

--: maybe picture_find(dialogue int, slug text)
-- The id behind a slug.
SELECT id, image FROM picture WHERE dialogue = :dialogue AND slug = :slug;

--: stream picture_list(dialogue int)
-- Every picture of a dialogue.
SELECT id, slug FROM picture WHERE dialogue = :dialogue ORDER BY slug;

--: run picture_delete(picture int)
-- Its texts first. Refused by the schema while something shows it.
DELETE FROM picture WHERE id = :picture;

--: run picture_text_put(picture int, lang text, alt text, caption text)
-- Its texts in one language.
INSERT INTO picture_text (picture, lang, alt, caption) VALUES (:picture, :lang, :alt, :caption)
ON CONFLICT (picture, lang) DO UPDATE SET alt = excluded.alt, caption = excluded.caption;

--: run picture_alt_reword(picture int, lang text, alt text)
-- Other words for what is seen on it.
UPDATE picture_text SET alt = :alt WHERE picture = :picture AND lang = :lang;

--: run picture_caption_reword(picture int, lang text, caption text)
UPDATE picture_text SET caption = :caption WHERE picture = :picture AND lang = :lang;

--: run picture_maker_reword(picture int, maker text)
UPDATE picture SET maker = :maker WHERE id = :picture;

--: run picture_texts_clear(picture int)
-- Its texts in every language.
DELETE FROM picture_text WHERE picture = :picture;

-- ---- pillars ----

--: add pillar_add(dialogue int, slug text, position int)
-- A new pillar; its texts follow with pillar_text_put.
INSERT INTO pillar (dialogue, slug, position) VALUES (:dialogue, :slug, :position);

--: run pillar_update(pillar int, position int)
-- The same pillar, as it is written now.
UPDATE pillar SET position = :position WHERE id = :pillar;

--: maybe pillar_find(dialogue int, slug text)
-- The id behind a slug.
SELECT id FROM pillar WHERE dialogue = :dialogue AND slug = :slug;

--: stream pillar_list(dialogue int)
-- Every pillar of a dialogue.
SELECT id, slug FROM pillar WHERE dialogue = :dialogue ORDER BY slug;

--: run pillar_delete(pillar int)
-- Its texts first. Refused by the schema while a theme stands under it.
DELETE FROM pillar WHERE id = :pillar;

--: run pillar_text_put(pillar int, lang text, title text, body text)
-- Its texts in one language.
INSERT INTO pillar_text (pillar, lang, title, body) VALUES (:pillar, :lang, :title, :body)
ON CONFLICT (pillar, lang) DO UPDATE SET title = excluded.title, body = excluded.body;

--: run pillar_title_reword(pillar int, lang text, title text)
-- Other words for it.
UPDATE pillar_text SET title = :title WHERE pillar = :pillar AND lang = :lang;

--: run pillar_reword(pillar int, lang text, body text)
UPDATE pillar_text SET body = :body WHERE pillar = :pillar AND lang = :lang;

--: run pillar_text_delete(pillar int, lang text)
-- Its texts in one language are gone.
DELETE FROM pillar_text WHERE pillar = :pillar AND lang = :lang;

--: run pillar_texts_clear(pillar int)
-- Its texts in every language.
DELETE FROM pillar_text WHERE pillar = :pillar;

-- ---- themes ----

--: add theme_add(dialogue int, slug text, position int, pillar int?, picture int?, open_table bool)
-- A new theme; its texts follow with theme_text_put.
INSERT INTO theme (dialogue, slug, position, pillar, picture, open_table)
VALUES (:dialogue, :slug, :position, :pillar, :picture, :open_table);

--: run theme_update(theme int, position int, pillar int?, picture int?, open_table bool)
-- The same theme, as it is written now.
UPDATE theme SET position = :position, pillar = :pillar, picture = :picture,
       open_table = :open_table WHERE id = :theme;

--: run theme_picture_set(theme int, picture int)
-- What is drawn above it, on its page and in the next edition.
UPDATE theme SET picture = :picture WHERE id = :theme;

--: run theme_picture_clear(picture int)
-- This picture stands above no theme any more.
UPDATE theme SET picture = NULL WHERE picture = :picture;

--: run theme_place(theme int, position int)
-- Its place in the order.
UPDATE theme SET position = :position WHERE id = :theme;

--: maybe theme_find(dialogue int, slug text)
-- The id behind a slug.
SELECT id FROM theme WHERE dialogue = :dialogue AND slug = :slug;

--: stream theme_list(dialogue int)
-- Every theme of a dialogue.
SELECT id, slug FROM theme WHERE dialogue = :dialogue ORDER BY slug;

--: run theme_delete(theme int)
-- Its texts first. Refused by the schema while a table, finding, voice or point is about it.
DELETE FROM theme WHERE id = :theme;

--: run theme_text_put(theme int, lang text, title text, question text, context text)
-- Its texts in one language.
INSERT INTO theme_text (theme, lang, title, question, context)
VALUES (:theme, :lang, :title, :question, :context)
ON CONFLICT (theme, lang) DO UPDATE SET title = excluded.title, question = excluded.question,
   context = excluded.context;

--: run theme_text_delete(theme int, lang text)
-- Its texts in one language; never those in the dialogue's own.
DELETE FROM theme_text WHERE theme = :theme AND lang = :lang;

--: run theme_texts_clear(theme int)
-- Its texts in every language.
DELETE FROM theme_text WHERE theme = :theme;

-- ---- what pages ask ----

--: maybe kept dialogue_opened(slug text, lang text)
-- A dialogue in the reader's language, its newest edition, and what its menu leads to.
SELECT d.id, d.slug, d.lang AS "own:text", d.invented, d.picture, d.licence,
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text",
       coalesce(x.summary, o.summary) AS "summary:text", coalesce(x.area, o.area) AS "area:text",
       coalesce(x.notice, o.notice) AS "notice:text",
       e.id AS "edition:int?", e.number AS "edition_number:int?", e.published AS "published:instant?",
       (SELECT count(*) FROM gathering g WHERE g.dialogue = d.id AND g.announced = 1) AS "gatherings:int",
       (SELECT min(g.slug) FROM gathering g WHERE g.dialogue = d.id AND g.announced = 1) AS "gathering:text?",
       EXISTS (SELECT 1 FROM story s JOIN voice v ON v.id = s.voice
               WHERE s.dialogue = d.id AND v.visibility = 1) AS "stories:bool",
       EXISTS (SELECT 1 FROM source s WHERE s.dialogue = d.id) AS "sources:bool",
       EXISTS (SELECT 1 FROM advice a WHERE a.dialogue = d.id AND a.given IS NOT NULL) AS "advised:bool",
       EXISTS (SELECT 1 FROM map_state m WHERE m.id = 1 AND m.entries > 0) AS "map:bool",
       d.counts_days, l.is_open AS "is_open:bool?", l.until AS "until:day?",
       EXISTS (SELECT 1 FROM phase p WHERE p.dialogue = d.id AND p.phase BETWEEN 0 AND 1
               AND p.state = 1) AS "listening:bool"
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
LEFT JOIN edition e ON e.id = (SELECT n.id FROM edition n WHERE n.dialogue = d.id
                               ORDER BY n.number DESC LIMIT 1)
LEFT JOIN listening l ON l.dialogue = d.id
WHERE d.slug = :slug;

--: maybe picture_shown(picture int, own text, lang text)
-- A picture with its words.
SELECT i.hash, i.width, i.height, p.maker, coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.alt, o.alt) AS "alt:text", coalesce(x.caption, o.caption) AS "caption:text"
FROM picture p
JOIN image i ON i.id = p.image
JOIN picture_text o ON o.picture = p.id AND o.lang = :own
LEFT JOIN picture_text x ON x.picture = p.id AND x.lang = :lang
WHERE p.id = :picture;
