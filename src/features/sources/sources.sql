-- Sources and findings: everything that writes them, and what other features may ask of them.
--: owns source, source_text, finding, finding_text
--: include "features/dialogue/dialogue.h"
--: type published day

-- ---- sources ----

--: add source_add(dialogue int, slug text, position int, kind enum source_kind, author text,
--:                published day?, url text)
-- A new source; its texts follow with source_text_put.
INSERT INTO source (dialogue, slug, position, kind, author, published, url)
VALUES (:dialogue, :slug, :position, :kind, :author, :published, :url);

--: run source_update(source int, position int, kind enum source_kind, author text, published day?,
--:                   url text)
-- The same source, as it is written now.
UPDATE source SET position = :position, kind = :kind, author = :author, published = :published,
       url = :url WHERE id = :source;

--: maybe source_find(dialogue int, slug text)
-- The id behind a slug.
SELECT id FROM source WHERE dialogue = :dialogue AND slug = :slug;

--: stream source_list(dialogue int)
-- Every source of a dialogue, to see which are no longer in what is being loaded.
SELECT id, slug FROM source WHERE dialogue = :dialogue ORDER BY slug;

--: run source_delete(source int)
-- Its texts first. Refused by the schema while a finding is of this source.
DELETE FROM source WHERE id = :source;

--: run source_text_put(source int, lang text, title text, note text)
-- Its texts in one language.
INSERT INTO source_text (source, lang, title, note) VALUES (:source, :lang, :title, :note)
ON CONFLICT (source, lang) DO UPDATE SET title = excluded.title, note = excluded.note;

--: run source_texts_clear(source int)
-- Its texts in every language.
DELETE FROM source_text WHERE source = :source;

-- ---- findings ----

--: add finding_add(dialogue int, number int, position int, source int, page text, theme int?,
--:                 at_table int?, kind enum kind?, account enum account, reason enum reason?)
-- A new finding; its texts follow with finding_text_put.
INSERT INTO finding (dialogue, number, position, source, page, theme, at_table, kind, account, reason)
VALUES (:dialogue, :number, :position, :source, :page, :theme, :at_table, :kind, :account, :reason);

--: run finding_update(finding int, position int, source int, page text, theme int?, at_table int?,
--:                    kind enum kind?, account enum account, reason enum reason?)
-- The same finding, as it is written now.
UPDATE finding SET position = :position, source = :source, page = :page, theme = :theme,
       at_table = :at_table, kind = :kind, account = :account, reason = :reason WHERE id = :finding;

--: maybe finding_find(dialogue int, number int)
-- The id behind a number.
SELECT id FROM finding WHERE dialogue = :dialogue AND number = :number;

--: stream finding_list(dialogue int)
-- Every finding of a dialogue, to see which are no longer in what is being loaded.
SELECT id, number FROM finding WHERE dialogue = :dialogue ORDER BY number;

--: run finding_delete(finding int)
-- Its texts first. Refused by the schema while a point of any edition rests on it.
DELETE FROM finding WHERE id = :finding;

--: run finding_text_put(finding int, lang text, body text)
-- What it says in one language.
INSERT INTO finding_text (finding, lang, body) VALUES (:finding, :lang, :body)
ON CONFLICT (finding, lang) DO UPDATE SET body = excluded.body;

--: run finding_texts_clear(finding int)
-- Its texts in every language.
DELETE FROM finding_text WHERE finding = :finding;
