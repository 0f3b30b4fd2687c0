-- The wall of a gathering: only what was checked and shown. And what waits there, for who may let it through.
--: reads gathering, gathering_text, programme, programme_text, tables, theme, theme_text
--: reads voice, voice_text, intake, care
--: include "features/voices/voices.h"
--: type day day
--: type starts clock
--: type programme.kind enum programme_kind
--: type voice.kind enum kind

--: maybe wall_gathering(dialogue int, slug text, own text, lang text)
-- A gathering and its name, also while only the team knows of it.
SELECT g.id, g.slug, g.day, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       g.announced AS "public:bool"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.slug = :slug LIMIT 1;

--: many wall_programme(gathering int, own text, lang text)
-- What is on, in order; nothing that only the team sees.
SELECT p.starts, p.kind, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM programme p
JOIN programme_text o ON o.programme = p.id AND o.lang = :own
LEFT JOIN programme_text x ON x.programme = p.id AND x.lang = :lang
WHERE p.gathering = :gathering AND p.team = 0 ORDER BY p.position LIMIT 100;

--: many wall_voices(gathering int, own text, lang text)
-- What was let through last. Never what waits, is hidden or erased.
-- sort: an evening holds some hundreds
SELECT v.id, v.number, v.kind, coalesce(w.body, v.body) AS "body:text", coalesce(w.lang, v.lang) AS "lang:text",
       coalesce(x.title, o.title) AS "theme:text?", coalesce(x.lang, o.lang) AS "theme_lang:text?"
FROM tables t
JOIN voice v ON v.at_table = t.id AND v.visibility = 1
LEFT JOIN intake i ON i.voice = v.id
LEFT JOIN voice_text w ON w.voice = v.id AND w.lang = :lang
LEFT JOIN theme_text o ON o.theme = v.theme AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = v.theme AND x.lang = :lang
WHERE t.gathering = :gathering ORDER BY coalesce(i.checked, 0) DESC, v.number DESC LIMIT 6;

--: many wall_themes(gathering int, own text, lang text)
-- The themes of its tables, and how much was let through of each.
SELECT h.id, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM tables t JOIN voice v ON v.at_table = t.id AND v.visibility = 1
        WHERE t.gathering = :gathering AND v.theme = h.id) AS "voices:int"
FROM theme h
JOIN theme_text o ON o.theme = h.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = h.id AND x.lang = :lang
WHERE EXISTS (SELECT 1 FROM tables n WHERE n.gathering = :gathering AND n.theme = h.id)
ORDER BY h.position, h.id LIMIT 60;

--: count wall_shown(gathering int)
SELECT count(*) FROM tables t JOIN voice v ON v.at_table = t.id AND v.visibility = 1
WHERE t.gathering = :gathering;

--: count wall_waits(gathering int)
-- How many notes of this evening nobody read yet.
SELECT count(*) FROM tables t JOIN voice v ON v.at_table = t.id AND v.visibility = 0
WHERE t.gathering = :gathering;

--: many wall_waiting(gathering int, own text, lang text)
-- What may be let through: everybody may read it by its author, nobody cares for it apart. The oldest first.
-- sort: an evening holds some hundreds
SELECT v.id, v.number, v.body, v.lang, t.number AS "at_number:int", i.young AS "young:bool",
       coalesce(x.title, o.title) AS "theme:text?", coalesce(x.lang, o.lang) AS "theme_lang:text?"
FROM tables t
JOIN voice v ON v.at_table = t.id AND v.visibility = 0
JOIN intake i ON i.voice = v.id AND i.state = 0 AND i.consent = 0
LEFT JOIN theme_text o ON o.theme = v.theme AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = v.theme AND x.lang = :lang
WHERE t.gathering = :gathering AND NOT EXISTS (SELECT 1 FROM care c WHERE c.voice = v.id)
ORDER BY v.id LIMIT 20;

--: maybe wall_may_pass(gathering int, voice int)
-- Is this one of those? And its words.
SELECT v.body, i.young AS "young:bool" FROM voice v
JOIN tables t ON t.id = v.at_table
JOIN intake i ON i.voice = v.id AND i.state = 0 AND i.consent = 0
WHERE v.id = :voice AND t.gathering = :gathering AND v.visibility = 0
AND NOT EXISTS (SELECT 1 FROM care c WHERE c.voice = v.id);
