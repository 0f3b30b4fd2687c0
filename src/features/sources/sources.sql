-- Sources and findings: everything that writes them, and what other features may ask of them.
--: owns source, source_text, finding, finding_text, finding_code, finding_tally
--: reads history
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

--: run source_title_reword(source int, lang text, title text)
-- Other words for it.
UPDATE source_text SET title = :title WHERE source = :source AND lang = :lang;

--: run source_note_reword(source int, lang text, note text)
UPDATE source_text SET note = :note WHERE source = :source AND lang = :lang;

--: run source_author_reword(source int, author text)
UPDATE source SET author = :author WHERE id = :source;

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

--: run finding_code_put(finding int, code text)
-- A label of a researcher.
INSERT INTO finding_code (finding, code) VALUES (:finding, :code) ON CONFLICT DO NOTHING;

--: run finding_codes_clear_all(dialogue int)
-- The labels of every finding of a dialogue.
DELETE FROM finding_code WHERE finding IN (SELECT f.id FROM finding f WHERE f.dialogue = :dialogue);

--: run finding_codes_clear(finding int)
DELETE FROM finding_code WHERE finding = :finding;

--: run finding_set_account(finding int, account enum account, reason enum reason?)
UPDATE finding SET account = :account, reason = :reason WHERE id = :finding;

--: maybe finding_account(finding int)
SELECT f.account, f.reason FROM finding f WHERE f.id = :finding;

--: many findings_in_batch(dialogue int, batch int)
-- What a batch did to the account of findings, the last first.
SELECT h.id, h.number AS "finding:int", h.before FROM history h
WHERE h.batch = :batch AND h.thing = 13 AND h.dialogue = :dialogue AND h.act IN (7, 8)
ORDER BY h.id DESC LIMIT 1000;

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

--: run finding_text_delete(finding int, lang text)
-- Not in that language.
DELETE FROM finding_text WHERE finding = :finding AND lang = :lang;

--: run finding_texts_clear(finding int)
-- Its texts in every language.
DELETE FROM finding_text WHERE finding = :finding;

-- ---- what pages show ----
--: reads theme, theme_text, tables, gathering, gathering_text, point, point_finding
--: type source.kind enum source_kind
--: type finding.kind enum kind
--: type account enum account
--: type reason enum reason

--: maybe theme_named(dialogue int, slug text, own text, lang text)
-- A theme with its words, for the head of a page about what was said.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue AND t.slug = :slug;

--: maybe table_named(dialogue int, gathering text, round int, number int)
-- A table, by what an address calls it.
SELECT t.id FROM gathering g JOIN tables t ON t.gathering = g.id
WHERE g.dialogue = :dialogue AND g.slug = :gathering AND t.round = :round AND t.number = :number;

--: many tables_of_theme(theme int, own text, lang text)
-- The tables where a theme was talked about, and the evening each belongs to.
SELECT t.id, t.round, t.number, g.slug AS "gathering:text", g.day AS "day:day",
       coalesce(x.title, o.title) AS "evening:text"
FROM tables t JOIN gathering g ON g.id = t.gathering
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE t.theme = :theme ORDER BY g.position, t.round, t.number LIMIT 200;

--: many findings_of_theme(theme int, own text, lang text, kind enum kind?, at_table int?, after int)
-- Findings of a theme behind number `after`; one more than a page holds, to see whether more follow.
-- Without its theme, which the page says already. nullif spares the look-up of a translation where the
-- reader's language is the dialogue's own.
SELECT f.id, f.number, f.page, f.kind, f.account, f.reason,
       coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       s.slug AS "source:text", coalesce(sx.title, so.title) AS "source_title:text",
       coalesce(sx.lang, so.lang) AS "source_lang:text",
       t.round, t.number AS "table_number:int?", g.slug AS "gathering:text?",
       NULL AS "theme:text?", NULL AS "theme_title:text?", NULL AS "theme_lang:text?"
FROM finding f
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = nullif(:lang, :own)
JOIN source s ON s.id = f.source
JOIN source_text so ON so.source = s.id AND so.lang = :own
LEFT JOIN source_text sx ON sx.source = s.id AND sx.lang = nullif(:lang, :own)
LEFT JOIN tables t ON t.id = f.at_table
LEFT JOIN gathering g ON g.id = t.gathering
WHERE f.theme = :theme AND f.number > :after
AND (:kind IS NULL OR f.kind = :kind) AND (:at_table IS NULL OR f.at_table = :at_table)
ORDER BY f.number LIMIT 51;

--: part around_finding
-- What stands around finding f: its text, source, table and theme.
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
JOIN source s ON s.id = f.source
JOIN source_text so ON so.source = s.id AND so.lang = :own
LEFT JOIN source_text sx ON sx.source = s.id AND sx.lang = :lang
LEFT JOIN tables t ON t.id = f.at_table
LEFT JOIN gathering g ON g.id = t.gathering
LEFT JOIN theme h ON h.id = f.theme
LEFT JOIN theme_text ho ON ho.theme = h.id AND ho.lang = :own
LEFT JOIN theme_text hx ON hx.theme = h.id AND hx.lang = :lang

--: part finding_columns
-- A finding as people read it.
SELECT f.id, f.number, f.page, f.kind, f.account, f.reason,
       coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       s.slug AS "source:text", coalesce(sx.title, so.title) AS "source_title:text",
       coalesce(sx.lang, so.lang) AS "source_lang:text",
       t.round, t.number AS "table_number:int?", g.slug AS "gathering:text?",
       h.slug AS "theme:text?", coalesce(hx.title, ho.title) AS "theme_title:text?",
       coalesce(hx.lang, ho.lang) AS "theme_lang:text?"

--: many findings_of_source(source int, own text, lang text, kind enum kind?, after int) like findings_of_theme
-- The same, of a source.
{finding_columns}
FROM finding f
{around_finding}
WHERE f.source = :source AND f.number > :after AND (:kind IS NULL OR f.kind = :kind)
ORDER BY f.number LIMIT 51;

--: many findings_of_point(edition int, point int, own text, lang text) like findings_of_theme
-- What a point of an edition rests on.
-- sort: what one point rests on
{finding_columns}
FROM point_finding r
JOIN finding f ON f.id = r.finding
{around_finding}
WHERE r.edition = :edition AND r.point = :point
ORDER BY f.number LIMIT 200;

--: maybe finding_shown(dialogue int, number int, own text, lang text) like findings_of_theme
-- One finding with everything around it.
{finding_columns}
FROM finding f
{around_finding}
WHERE f.dialogue = :dialogue AND f.number = :number;

--: many uses_in_theme(edition int, theme int, kind enum kind?, at_table int?, first int, last int)
-- In which points of an edition the findings of one page about a theme stand, in order of finding.
-- sort: the findings of one page
SELECT f.number AS "thing:int", p.number AS "point:int"
FROM finding f
JOIN point_finding r ON r.finding = f.id AND r.edition = :edition
JOIN point p ON p.edition = r.edition AND p.id = r.point
WHERE f.theme = :theme AND f.number BETWEEN :first AND :last
AND (:kind IS NULL OR f.kind = :kind) AND (:at_table IS NULL OR f.at_table = :at_table)
ORDER BY f.number, p.number LIMIT 2000;

--: many uses_in_source(edition int, source int, first int, last int) like uses_in_theme
-- The same, of a source.
-- sort: the findings of one page
SELECT f.number AS "thing:int", p.number AS "point:int"
FROM finding f
JOIN point_finding r ON r.finding = f.id AND r.edition = :edition
JOIN point p ON p.edition = r.edition AND p.id = r.point
WHERE f.source = :source AND f.number BETWEEN :first AND :last
ORDER BY f.number, p.number LIMIT 2000;

--: many uses_beside_point(edition int, point int) like uses_in_theme
-- In which points the findings under one point stand.
-- sort: what one point rests on
SELECT f.number AS "thing:int", p.number AS "point:int"
FROM point_finding u
JOIN finding f ON f.id = u.finding
JOIN point_finding r ON r.finding = f.id AND r.edition = u.edition
JOIN point p ON p.edition = r.edition AND p.id = r.point
WHERE u.edition = :edition AND u.point = :point
ORDER BY f.number, p.number LIMIT 2000;
