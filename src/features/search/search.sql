-- The index: everything that writes it, and looking things up in it.
--: owns search_row, search_index
--: reads dialogue, theme, theme_text, finding, finding_text, story, story_text, voice, voice_text
--: reads point, point_text, edition
--: include "features/search/search.h"
--: type search_row.kind enum found_kind

-- ---- filling ----

--: run search_index_clear(dialogue int)
-- The words of everything in a dialogue.
-- scan: when a dialogue is loaded or published
DELETE FROM search_index WHERE rowid IN (SELECT r.id FROM search_row r WHERE r.dialogue = :dialogue);

--: run search_rows_clear(dialogue int)
-- scan: when a dialogue is loaded or published
DELETE FROM search_row WHERE dialogue = :dialogue;

--: run search_themes_index_clear(dialogue int)
-- The words of the themes of a dialogue.
DELETE FROM search_index
WHERE rowid IN (SELECT r.id FROM search_row r WHERE r.kind = 0 AND r.dialogue = :dialogue);

--: run search_themes_rows_clear(dialogue int)
DELETE FROM search_row WHERE kind = 0 AND dialogue = :dialogue;

--: run search_index_merge()
-- Writes the index as one piece. Until then a word that was cleared still stands in the old pieces, and
-- what a resident had erased would still be in the file.
INSERT INTO search_index (search_index) VALUES ('optimize');

--: run search_rows_of_themes(dialogue int)
-- A row for each theme and language. All rows are made before the first word goes into the index: the
-- index writes what it holds back whenever another table is written in between.
INSERT INTO search_row (dialogue, kind, thing, lang)
SELECT t.dialogue, 0, t.id, x.lang FROM theme t JOIN theme_text x ON x.theme = t.id
WHERE t.dialogue = :dialogue;

--: run search_rows_of_points(dialogue int, edition int)
-- A row for each point of an edition and language.
INSERT INTO search_row (dialogue, kind, thing, lang)
SELECT p.dialogue, 1, p.id, x.lang
FROM point p JOIN point_text x ON x.edition = p.edition AND x.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue;

--: run search_rows_of_findings(dialogue int)
-- A row for each finding and language.
INSERT INTO search_row (dialogue, kind, thing, lang)
SELECT f.dialogue, 2, f.id, x.lang FROM finding f JOIN finding_text x ON x.finding = f.id
WHERE f.dialogue = :dialogue;

--: run search_rows_of_stories(dialogue int)
-- A row for each story that may be read and language.
INSERT INTO search_row (dialogue, kind, thing, lang)
SELECT s.dialogue, 3, s.voice, x.lang
FROM story s JOIN voice v ON v.id = s.voice JOIN story_text x ON x.story = s.voice
WHERE s.dialogue = :dialogue AND v.visibility = 1;

--: run search_index_add(row int, title text, body text)
-- Its words.
INSERT INTO search_index (rowid, title, body) VALUES (:row, :title, :body);

--: maybe search_dialogue(dialogue int)
-- The language a dialogue is written in, and its newest edition.
SELECT d.lang, (SELECT e.id FROM edition e WHERE e.dialogue = d.id
                ORDER BY e.number DESC LIMIT 1) AS "edition:int?"
FROM dialogue d WHERE d.id = :dialogue;

--: stream search_themes(dialogue int)
-- The words of the themes in each of their languages.
-- sort: when a dialogue is loaded or published
-- sort: when a dialogue is loaded or published
SELECT r.id AS "row:int", t.id AS "thing:int", x.lang, x.title, x.question || ' ' || x.context AS "body:text"
FROM theme t JOIN theme_text x ON x.theme = t.id
JOIN search_row r ON r.kind = 0 AND r.thing = t.id AND r.lang = x.lang
WHERE t.dialogue = :dialogue ORDER BY t.id;

--: stream search_points(dialogue int, edition int) like search_themes
-- The words of the points of an edition.
-- sort: when a dialogue is loaded or published
-- sort: when a dialogue is loaded or published
SELECT r.id AS "row:int", p.id AS "thing:int", x.lang, x.body AS "title:text", '' AS "body:text"
FROM point p JOIN point_text x ON x.edition = p.edition AND x.point = p.id
JOIN search_row r ON r.kind = 1 AND r.thing = p.id AND r.lang = x.lang
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.id;

--: stream search_findings(dialogue int) like search_themes
-- The words of the findings.
-- sort: when a dialogue is loaded or published
SELECT r.id AS "row:int", f.id AS "thing:int", x.lang, '' AS "title:text", x.body
FROM finding f JOIN finding_text x ON x.finding = f.id
JOIN search_row r ON r.kind = 2 AND r.thing = f.id AND r.lang = x.lang
WHERE f.dialogue = :dialogue ORDER BY f.id;

--: stream search_stories(dialogue int) like search_themes
-- The words of the stories that may be read; in the language of its title, with the translation when
-- there is one.
-- sort: when a dialogue is loaded or published
-- sort: when a dialogue is loaded or published
SELECT r.id AS "row:int", s.voice AS "thing:int", x.lang, x.title, coalesce(t.body, v.body) AS "body:text"
FROM story s
JOIN voice v ON v.id = s.voice
JOIN story_text x ON x.story = s.voice
JOIN search_row r ON r.kind = 3 AND r.thing = s.voice AND r.lang = x.lang
LEFT JOIN voice_text t ON t.voice = s.voice AND t.lang = x.lang
WHERE s.dialogue = :dialogue AND v.visibility = 1 ORDER BY s.voice;

--: count search_story_rows(voice int)
-- How many rows a story has.
SELECT count(*) FROM search_row r WHERE r.kind = 3 AND r.thing = :voice;

--: run search_story_clear(voice int)
-- The words of one story.
DELETE FROM search_index WHERE rowid IN (SELECT r.id FROM search_row r WHERE r.kind = 3 AND r.thing = :voice);

--: run search_story_rows_clear(voice int)
DELETE FROM search_row WHERE kind = 3 AND thing = :voice;

--: run search_story_rows_add(voice int)
-- A row for each language of one story, when it may be read.
INSERT INTO search_row (dialogue, kind, thing, lang)
SELECT s.dialogue, 3, s.voice, x.lang
FROM story s JOIN voice v ON v.id = s.voice JOIN story_text x ON x.story = s.voice
WHERE s.voice = :voice AND v.visibility = 1;

--: stream search_story_texts(voice int) like search_themes
-- The words of one story.
SELECT r.id AS "row:int", s.voice AS "thing:int", x.lang, x.title, coalesce(t.body, v.body) AS "body:text"
FROM story s
JOIN voice v ON v.id = s.voice
JOIN story_text x ON x.story = s.voice
JOIN search_row r ON r.kind = 3 AND r.thing = s.voice AND r.lang = x.lang
LEFT JOIN voice_text t ON t.voice = s.voice AND t.lang = x.lang
WHERE s.voice = :voice AND v.visibility = 1;

-- ---- looking up ----

--: many search_hits(match text)
-- The best things that fit, best first; a word in a title weighs four times one in the text. Of a word
-- that stands in more than 5,000 texts only the first are weighed: themes, points and stories, then
-- findings. That keeps a common word from costing more than a rare one.
-- sort: a thousand at most
SELECT r.kind, r.thing, r.dialogue
FROM (SELECT c.id, c.rank
      FROM (SELECT i.rowid AS id, i.rank AS rank FROM search_index i
            WHERE i.search_index MATCH :match AND i.rank MATCH 'bm25(4.0, 1.0)' LIMIT 5000) AS c
      ORDER BY c.rank LIMIT 1000) AS h
JOIN search_row r ON r.id = h.id ORDER BY h.rank, r.id LIMIT 1000;
