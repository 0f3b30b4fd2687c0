-- Everything that anybody may read, row by row. Points are those of an edition; of voices those that are
-- shown; of gatherings those that were announced.
--: reads theme, theme_text, point, point_text, point_theme, point_finding, point_voice
--: reads finding, finding_text, finding_code, source, source_text, voice, voice_text, story, story_text
--: reads neighbourhood, gathering, gathering_text, tables, voice_sum
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type account enum account
--: type reason enum reason
--: type source.kind enum source_kind

--: stream open_themes_rows(dialogue int, own text)
-- The themes, in order, with their own texts and the English.
SELECT t.slug, t.open_table, o.title, o.question, o.context, e.title AS "title_en:text?",
       e.question AS "question_en:text?", e.context AS "context_en:text?"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text e ON e.theme = t.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE t.dialogue = :dialogue ORDER BY t.position, t.id;

--: stream open_points_rows(dialogue int, edition int, own text)
-- The points of an edition, in the order of the report.
SELECT p.number, p.kind, o.body, e.body AS "body_en:text?", p.findings, p.voices, p.tables,
       (SELECT t.slug FROM point_theme h JOIN theme t ON t.id = h.theme
        WHERE h.edition = p.edition AND h.point = p.id AND h.rank = 0) AS "theme:text?"
FROM point p
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text e ON e.edition = p.edition AND e.point = p.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.position, p.id;

--: stream open_point_themes_rows(dialogue int, edition int)
-- sort: a file has everything once
SELECT p.number, t.slug, h.rank
FROM point p JOIN point_theme h ON h.edition = p.edition AND h.point = p.id
JOIN theme t ON t.id = h.theme
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.number, h.rank;

--: stream open_point_findings_rows(dialogue int, edition int)
-- sort: a file has everything once
SELECT p.number, f.number AS "other:int"
FROM point p JOIN point_finding r ON r.edition = p.edition AND r.point = p.id
JOIN finding f ON f.id = r.finding
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.number, f.number;

--: stream open_point_voices_rows(dialogue int, edition int)
-- Also of voices that are not shown any more: their number, and no more.
-- sort: a file has everything once
SELECT p.number, v.number AS "other:int", v.visibility = 1 AS "shown:bool"
FROM point p JOIN point_voice r ON r.edition = p.edition AND r.point = p.id
JOIN voice v ON v.id = r.voice
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.number, v.number;

--: count open_last_finding(dialogue int)
SELECT coalesce(max(f.number), 0) FROM finding f WHERE f.dialogue = :dialogue;

--: stream open_findings_rows(dialogue int, own text, first int, last int)
-- Findings with a number of this part.
SELECT f.number, s.slug AS "source:text", f.page, t.slug AS "theme:text?", g.slug AS "gathering:text?",
       CASE WHEN g.id IS NOT NULL THEN b.round END AS "round:int?",
       CASE WHEN g.id IS NOT NULL THEN b.number END AS "at_table:int?",
       f.kind, f.account, f.reason, o.body, e.body AS "body_en:text?"
FROM finding f
JOIN source s ON s.id = f.source
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text e ON e.finding = f.id AND e.lang = 'en' AND o.lang <> 'en'
LEFT JOIN theme t ON t.id = f.theme
LEFT JOIN tables b ON b.id = f.at_table
LEFT JOIN gathering g ON g.id = b.gathering AND g.announced = 1
WHERE f.dialogue = :dialogue AND f.number BETWEEN :first AND :last ORDER BY f.number;

--: stream open_sources_rows(dialogue int, own text)
SELECT s.slug, s.kind AS "kind:int", s.author, s.published AS "published:day?", s.url, o.title, o.note,
       e.title AS "title_en:text?", e.note AS "note_en:text?"
FROM source s
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text e ON e.source = s.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE s.dialogue = :dialogue ORDER BY s.position, s.id;

--: count open_last_voice(dialogue int)
SELECT coalesce(max(v.number), 0) FROM voice v WHERE v.dialogue = :dialogue;

--: stream open_voices_rows(dialogue int, own text, first int, last int)
-- Shown voices with a number of this part.
SELECT v.number, t.slug AS "theme:text?", g.slug AS "gathering:text?",
       CASE WHEN g.id IS NOT NULL THEN b.round END AS "round:int?",
       CASE WHEN g.id IS NOT NULL THEN b.number END AS "at_table:int?",
       n.slug AS "neighbourhood:text?", v.kind, v.day AS "day:day?", v.lang, v.account, v.reason, v.body,
       x.body AS "own_words:text?", e.body AS "body_en:text?"
FROM voice v
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = :own AND x.lang <> v.lang
LEFT JOIN voice_text e ON e.voice = v.id AND e.lang = 'en' AND e.lang <> v.lang AND e.lang <> :own
LEFT JOIN theme t ON t.id = v.theme
LEFT JOIN tables b ON b.id = v.at_table
LEFT JOIN gathering g ON g.id = b.gathering AND g.announced = 1
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
WHERE v.dialogue = :dialogue AND v.number BETWEEN :first AND :last AND v.visibility = 1
ORDER BY v.number;

--: stream open_stories_rows(dialogue int, own text)
-- Stories whose voice is shown.
SELECT v.number, s.slug, s.signed AS "signed_by:text", o.title, e.title AS "title_en:text?"
FROM story s
JOIN voice v ON v.id = s.voice AND v.visibility = 1
JOIN story_text o ON o.story = s.voice AND o.lang = :own
LEFT JOIN story_text e ON e.story = s.voice AND e.lang = 'en' AND o.lang <> 'en'
WHERE s.dialogue = :dialogue ORDER BY s.position, s.voice;

--: stream open_neighbourhoods_rows(dialogue int)
SELECT n.slug, n.name, n.code, n.inhabitants FROM neighbourhood n WHERE n.dialogue = :dialogue ORDER BY n.slug;

--: stream open_gatherings_rows(dialogue int, own text)
SELECT g.slug, g.day AS "day:day", g.starts AS "starts:clock?", g.ends AS "ends:clock?", g.people, g.about,
       o.title, o.place, e.title AS "title_en:text?", e.place AS "place_en:text?"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text e ON e.gathering = g.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY g.position, g.id;

--: stream open_tables_rows(dialogue int)
SELECT g.slug, s.round, s.number, t.slug AS "theme:text", s.place
FROM gathering g JOIN tables s ON s.gathering = g.id JOIN theme t ON t.id = s.theme
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY g.position, g.id, s.round, s.number;

--: stream open_sum_themes_rows(dialogue int)
-- Where the voices of each theme are; without a name: those that are in none.
SELECT t.slug AS "theme:text?", sum(s.n) AS "voices:int",
       sum(CASE WHEN s.standing = 1 THEN s.n ELSE 0 END) AS "used:int",
       sum(CASE WHEN s.standing = 0 THEN s.n ELSE 0 END) AS "waiting:int",
       sum(CASE WHEN s.standing = 2 THEN s.n ELSE 0 END) AS "set_aside:int",
       sum(CASE WHEN s.standing = 3 THEN s.n ELSE 0 END) AS "only_counted:int",
       sum(CASE WHEN s.standing = 4 THEN s.n ELSE 0 END) AS "withdrawn:int",
       sum(CASE WHEN s.visibility = 1 THEN s.n ELSE 0 END) AS "shown:int"
FROM voice_sum s LEFT JOIN theme t ON t.id = s.theme
WHERE s.dialogue = :dialogue GROUP BY t.position, t.slug ORDER BY t.position IS NULL, t.position;

--: stream open_sum_tables_rows(dialogue int)
-- The same for each table; without a number: those that were said at none.
SELECT g.slug AS "gathering:text?", CASE WHEN g.id IS NOT NULL THEN b.round END AS "round:int?",
       CASE WHEN g.id IS NOT NULL THEN b.number END AS "at_table:int?", sum(s.n) AS "voices:int",
       sum(CASE WHEN s.standing = 1 THEN s.n ELSE 0 END) AS "used:int",
       sum(CASE WHEN s.standing = 0 THEN s.n ELSE 0 END) AS "waiting:int",
       sum(CASE WHEN s.standing = 2 THEN s.n ELSE 0 END) AS "set_aside:int",
       sum(CASE WHEN s.standing = 3 THEN s.n ELSE 0 END) AS "only_counted:int",
       sum(CASE WHEN s.standing = 4 THEN s.n ELSE 0 END) AS "withdrawn:int",
       sum(CASE WHEN s.visibility = 1 THEN s.n ELSE 0 END) AS "shown:int"
FROM voice_sum s
LEFT JOIN tables b ON b.id = s.at_table
LEFT JOIN gathering g ON g.id = b.gathering AND g.announced = 1
WHERE s.dialogue = :dialogue GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

--: stream open_translations(dialogue int, edition int, own text)
-- Every text in every language but the dialogue's own, one on a row.
-- sort: a file has everything once
SELECT 'themes' AS "of_table:text", t.slug AS "name:text", 'title' AS "of_column:text", x.lang AS "lang:text", x.title AS "words:text"
FROM theme t JOIN theme_text x ON x.theme = t.id WHERE t.dialogue = :dialogue AND x.lang <> :own AND x.title <> ''
UNION ALL
SELECT 'themes' AS "of_table:text", t.slug AS "name:text", 'question' AS "of_column:text", x.lang AS "lang:text", x.question AS "words:text"
FROM theme t JOIN theme_text x ON x.theme = t.id WHERE t.dialogue = :dialogue AND x.lang <> :own AND x.question <> ''
UNION ALL
SELECT 'themes' AS "of_table:text", t.slug AS "name:text", 'context' AS "of_column:text", x.lang AS "lang:text", x.context AS "words:text"
FROM theme t JOIN theme_text x ON x.theme = t.id WHERE t.dialogue = :dialogue AND x.lang <> :own AND x.context <> ''
UNION ALL
SELECT 'points' AS "of_table:text", CAST(p.number AS TEXT) AS "name:text", 'text' AS "of_column:text", x.lang AS "lang:text", x.body AS "words:text"
FROM point p JOIN point_text x ON x.edition = p.edition AND x.point = p.id WHERE p.edition = :edition AND p.dialogue = :dialogue AND x.lang <> :own AND x.body <> ''
UNION ALL
SELECT 'stories' AS "of_table:text", s.slug AS "name:text", 'title' AS "of_column:text", x.lang AS "lang:text", x.title AS "words:text"
FROM story s JOIN voice v ON v.id = s.voice AND v.visibility = 1 JOIN story_text x ON x.story = s.voice WHERE s.dialogue = :dialogue AND x.lang <> :own AND x.title <> ''
UNION ALL
SELECT 'sources' AS "of_table:text", s.slug AS "name:text", 'title' AS "of_column:text", x.lang AS "lang:text", x.title AS "words:text"
FROM source s JOIN source_text x ON x.source = s.id WHERE s.dialogue = :dialogue AND x.lang <> :own AND x.title <> ''
UNION ALL
SELECT 'sources' AS "of_table:text", s.slug AS "name:text", 'note' AS "of_column:text", x.lang AS "lang:text", x.note AS "words:text"
FROM source s JOIN source_text x ON x.source = s.id WHERE s.dialogue = :dialogue AND x.lang <> :own AND x.note <> ''
UNION ALL
SELECT 'gatherings' AS "of_table:text", g.slug AS "name:text", 'title' AS "of_column:text", x.lang AS "lang:text", x.title AS "words:text"
FROM gathering g JOIN gathering_text x ON x.gathering = g.id WHERE g.dialogue = :dialogue AND g.announced = 1 AND x.lang <> :own AND x.title <> ''
UNION ALL
SELECT 'gatherings' AS "of_table:text", g.slug AS "name:text", 'place' AS "of_column:text", x.lang AS "lang:text", x.place AS "words:text"
FROM gathering g JOIN gathering_text x ON x.gathering = g.id WHERE g.dialogue = :dialogue AND g.announced = 1 AND x.lang <> :own AND x.place <> ''
ORDER BY 1, 2, 3, 4;

--: stream open_finding_translations(dialogue int, own text, first int, last int)
-- Findings with a number of this part, in every other language.
SELECT f.number, x.lang, x.body FROM finding f JOIN finding_text x ON x.finding = f.id
WHERE f.dialogue = :dialogue AND f.number BETWEEN :first AND :last AND x.lang <> :own ORDER BY f.number, x.lang;

--: stream open_finding_labels(dialogue int, first int, last int)
-- The labels of findings with a number of this part.
SELECT f.number, c.code FROM finding f JOIN finding_code c ON c.finding = f.id
WHERE f.dialogue = :dialogue AND f.number BETWEEN :first AND :last ORDER BY f.number, c.code;

--: stream open_voice_translations(dialogue int, first int, last int)
-- Shown voices with a number of this part, in every language but the one they were said in.
SELECT v.number, x.lang, x.body FROM voice v JOIN voice_text x ON x.voice = v.id
WHERE v.dialogue = :dialogue AND v.number BETWEEN :first AND :last AND v.visibility = 1 AND x.lang <> v.lang
ORDER BY v.number, x.lang;
