-- Gatherings with their programme and tables: everything that writes them, and what other features
-- may ask of them.
--: owns gathering, gathering_text, programme, programme_text, tables
--: reads id_given
--: include "features/dialogue/dialogue.h"
--: type day day
--: type starts clock
--: type ends clock
--: type about bool
--: type programme.kind enum programme_kind

-- ---- gatherings ----

--: add gathering_add(dialogue int, slug text, position int, day day, starts clock?, ends clock?,
--:                   people int?, about bool, picture int?)
-- A new gathering; its texts follow with gathering_text_put. Its id was never that of another, because the codes of
-- its tables are made of it.
INSERT INTO gathering (id, dialogue, slug, position, day, starts, ends, people, about, picture)
SELECT i.gathering + 1, :dialogue, :slug, :position, :day, :starts, :ends, :people, :about, :picture
FROM id_given i WHERE i.one = 1;

--: run gathering_update(gathering int, position int, day day, starts clock?, ends clock?,
--:                      people int?, about bool, picture int?)
-- The same gathering, as it is written now.
UPDATE gathering SET position = :position, day = :day, starts = :starts, ends = :ends,
       people = :people, about = :about, picture = :picture WHERE id = :gathering;

--: run gathering_announce(gathering int, announced bool)
-- Everybody may know of it, or only the team.
UPDATE gathering SET announced = :announced WHERE id = :gathering;

--: run gathering_text_delete(gathering int, lang text)
-- Its texts in one language; never those in the dialogue's own.
DELETE FROM gathering_text WHERE gathering = :gathering AND lang = :lang;

--: count gathering_quiet(gathering int)
-- 1 while it is not announced.
SELECT count(*) FROM gathering WHERE id = :gathering AND announced = 0;

--: maybe gathering_find(dialogue int, slug text)
-- The id behind a slug.
SELECT id FROM gathering WHERE dialogue = :dialogue AND slug = :slug;

--: stream gathering_list(dialogue int)
-- Every gathering of a dialogue.
SELECT id, slug FROM gathering WHERE dialogue = :dialogue ORDER BY slug;

--: run gathering_delete(gathering int)
-- Its texts and tables first; its programme goes along. Refused by the schema while somebody is registered.
DELETE FROM gathering WHERE id = :gathering;

--: run gathering_text_put(gathering int, lang text, title text, place text, body text)
-- Its texts in one language.
INSERT INTO gathering_text (gathering, lang, title, place, body)
VALUES (:gathering, :lang, :title, :place, :body)
ON CONFLICT (gathering, lang) DO UPDATE SET title = excluded.title, place = excluded.place,
   body = excluded.body;

--: run gathering_texts_clear(gathering int)
-- Its texts in every language.
DELETE FROM gathering_text WHERE gathering = :gathering;

-- ---- programme: cleared and written again ----

--: add programme_add(gathering int, position int, starts clock?, kind enum programme_kind)
-- A new item; its texts follow with programme_text_put.
INSERT INTO programme (gathering, position, starts, kind)
VALUES (:gathering, :position, :starts, :kind);

--: run programme_update(programme int, starts clock?, kind enum programme_kind)
-- The same item, as it is written now.
UPDATE programme SET starts = :starts, kind = :kind WHERE id = :programme;

--: run programme_place(programme int, position int, team bool)
-- Its place in the order; from PROGRAMME_TEAM on for what only the team does.
UPDATE programme SET position = :position, team = :team WHERE id = :programme;

--: run programme_text_delete(programme int, lang text)
-- Its texts in one language; never those in the dialogue's own.
DELETE FROM programme_text WHERE programme = :programme AND lang = :lang;

--: maybe programme_find(gathering int, position int)
-- The id behind a place in the programme.
SELECT id FROM programme WHERE gathering = :gathering AND position = :position;

--: run programme_text_put(programme int, lang text, title text, body text)
-- Its texts in one language.
INSERT INTO programme_text (programme, lang, title, body)
VALUES (:programme, :lang, :title, :body)
ON CONFLICT (programme, lang) DO UPDATE SET title = excluded.title, body = excluded.body;

--: run programme_title_reword(programme int, lang text, title text)
-- Other words for it.
UPDATE programme_text SET title = :title WHERE programme = :programme AND lang = :lang;

--: run programme_reword(programme int, lang text, body text)
UPDATE programme_text SET body = :body WHERE programme = :programme AND lang = :lang;

--: run programme_texts_clear(programme int)
-- Its texts in every language.
DELETE FROM programme_text WHERE programme = :programme;

--: run programme_delete(programme int)
-- Its texts first.
DELETE FROM programme WHERE id = :programme;

--: run programme_clear_texts(gathering int)
-- The texts of the whole programme; before programme_clear.
DELETE FROM programme_text
WHERE programme IN (SELECT p.id FROM programme p WHERE p.gathering = :gathering AND p.team = 0);

--: run programme_clear(gathering int)
-- The whole programme; what only the team does stays.
DELETE FROM programme WHERE gathering = :gathering AND team = 0;

-- ---- tables ----

--: add table_add(gathering int, round int, number int, position int, theme int, place text)
-- A new table.
INSERT INTO tables (gathering, round, number, position, theme, place)
VALUES (:gathering, :round, :number, :position, :theme, :place);

--: run table_update(at_table int, position int, theme int, place text)
-- The same table, as it is written now.
UPDATE tables SET position = :position, theme = :theme, place = :place WHERE id = :at_table;

--: run table_move(at_table int, round int, number int)
-- Another round or number; refused by the schema when that is taken.
UPDATE tables SET round = :round, number = :number WHERE id = :at_table;

--: count table_quiet(at_table int)
-- 1 while its gathering is not announced.
SELECT count(*) FROM tables t JOIN gathering g ON g.id = t.gathering
WHERE t.id = :at_table AND g.announced = 0;

--: maybe table_find(gathering int, round int, number int)
-- The id of a table by its round and number.
SELECT id FROM tables WHERE gathering = :gathering AND round = :round AND number = :number;

--: stream table_list(gathering int)
-- Every table of a gathering.
SELECT id, round, number FROM tables WHERE gathering = :gathering ORDER BY round, number;

--: run table_delete(at_table int)
-- Refused by the schema while a finding or voice came from it.
DELETE FROM tables WHERE id = :at_table;
