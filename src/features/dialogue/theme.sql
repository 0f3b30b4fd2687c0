-- The page of one theme, the one most asked for. Where the reader's language is the dialogue's own,
-- nullif spares the look-up of a translation.
--: reads point_shown, voice, voice_text
--: reads theme, theme_text, theme_tally, dialogue_tally, tables, gathering
--: reads theme_subject, taxonomy_term
--: include "features/dialogue/terms.h"
--: type kind enum kind
--: type day day
--: type open_table bool

--: maybe theme_shown(dialogue int, slug text, own text, lang text)
-- A theme, how many there are, and how much was said about it.
SELECT t.id, t.slug, t.picture, t.open_table,
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text",
       coalesce(x.context, o.context) AS "context:text",
       m.themes, n.findings, n.voices
FROM theme t
JOIN dialogue_tally m ON m.dialogue = t.dialogue
JOIN theme_tally n ON n.theme = t.id
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = nullif(:lang, :own)
WHERE t.dialogue = :dialogue AND t.slug = :slug;

--: many theme_shown_points(edition int, theme int, reader text)
-- The points of a theme in their order, with what each rests on.
SELECT p.number, p.kind, p.body, p.lang, p.findings, p.voices, p.tables
FROM point_shown p
WHERE p.edition = :edition AND p.theme = :theme AND p.reader = :reader
ORDER BY p.position, p.point LIMIT 200;

--: many theme_shown_tables(theme int, today day)
-- The tables where it was talked about, none that is still to come, evening by evening, as the index has them.
SELECT s.round, s.number, g.slug AS "gathering:text", g.day
FROM tables s
JOIN gathering g ON g.id = s.gathering
WHERE s.theme = :theme AND g.announced = 1 AND g.day <= :today ORDER BY s.gathering, s.round, s.number LIMIT 50;

--: many theme_shown_voices(theme int, lang text)
-- The first things people said about it, with a translation where there is one; who reads the language
-- it was said in needs none. Stories have a page of their own.
SELECT v.number, v.lang, v.body, x.body AS "translation:text?"
FROM voice v
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = nullif(:lang, v.lang)
WHERE v.theme = :theme AND v.visibility = 1 AND coalesce(v.kind, 0) <> 6
ORDER BY v.number LIMIT 3;

--: many kept theme_order(dialogue int, own text, lang text)
-- The themes in their order, for the place of one among them and its neighbours.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = nullif(:lang, :own)
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: many kept theme_subjects(theme int)
-- What it is called on the map.
SELECT m.code, m.name, m.name_en FROM theme_subject s JOIN taxonomy_term m ON m.id = s.term
WHERE s.theme = :theme ORDER BY m.position LIMIT 20;
