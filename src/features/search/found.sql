-- What a hit says, to show it: one look-up for each of the fifty on a page.
--: reads dialogue, dialogue_text, theme, theme_text, point, point_text, finding, finding_text
--: reads source, source_text, story, story_text, voice, voice_text
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: maybe found_theme(id int, lang text)
-- A theme: its title, question and context.
SELECT d.slug AS "dialogue:text", t.slug, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "body:text",
       coalesce(x.context, o.context) AS "context:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t
JOIN dialogue d ON d.id = t.dialogue
JOIN theme_text o ON o.theme = t.id AND o.lang = d.lang
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.id = :id;

--: maybe found_point(edition int, id int, lang text)
-- A point of an edition.
SELECT d.slug AS "dialogue:text", p.number, p.kind, coalesce(x.body, o.body) AS "body:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM point p
JOIN dialogue d ON d.id = p.dialogue
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = d.lang
LEFT JOIN point_text x ON x.edition = p.edition AND x.point = p.id AND x.lang = :lang
WHERE p.edition = :edition AND p.id = :id;

--: maybe found_finding(id int, lang text)
-- A finding and its source.
SELECT d.slug AS "dialogue:text", f.number, f.kind, coalesce(x.body, o.body) AS "body:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(sx.title, so.title) AS "source:text", coalesce(sx.lang, so.lang) AS "source_lang:text"
FROM finding f
JOIN dialogue d ON d.id = f.dialogue
JOIN finding_text o ON o.finding = f.id AND o.lang = d.lang
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
JOIN source_text so ON so.source = f.source AND so.lang = d.lang
LEFT JOIN source_text sx ON sx.source = f.source AND sx.lang = :lang
WHERE f.id = :id;

--: maybe found_story(id int, lang text)
-- A story that may be read.
SELECT d.slug AS "dialogue:text", s.slug, s.signed AS "signed_by:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "title_lang:text",
       coalesce(t.body, v.body) AS "body:text", coalesce(t.lang, v.lang) AS "lang:text"
FROM story s
JOIN voice v ON v.id = s.voice
JOIN dialogue d ON d.id = s.dialogue
JOIN story_text o ON o.story = s.voice AND o.lang = d.lang
LEFT JOIN story_text x ON x.story = s.voice AND x.lang = :lang
LEFT JOIN voice_text t ON t.voice = s.voice AND t.lang = :lang
WHERE s.voice = :id AND v.visibility = 1;

--: many found_dialogues(lang text)
-- The dialogues one can search in.
SELECT d.id, d.slug, d.lang AS "own:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
ORDER BY d.position LIMIT 100;
