-- Stories: the list, and one of them.
--: reads voice, voice_text, story, story_text
--: include "features/dialogue/dialogue.h"
--: type visibility enum visibility

--: many stories_in_order(dialogue int, own text, lang text)
-- The stories that may be read, in their order.
SELECT s.slug, s.signed AS "signed_by:text", v.number, v.lang, v.body, t.body AS "translation:text?",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "title_lang:text"
FROM story s
JOIN voice v ON v.id = s.voice
JOIN story_text o ON o.story = s.voice AND o.lang = :own
LEFT JOIN story_text x ON x.story = s.voice AND x.lang = :lang
LEFT JOIN voice_text t ON t.voice = s.voice AND t.lang = :lang AND t.lang <> v.lang
WHERE s.dialogue = :dialogue AND v.visibility = 1 ORDER BY s.position LIMIT 200;

--: maybe story_shown(dialogue int, slug text, own text, lang text)
-- One story; its words only when they may be read.
SELECT s.voice, s.slug, s.position, s.signed AS "signed_by:text", v.number, v.visibility, v.lang,
       CASE WHEN v.visibility = 1 THEN v.body ELSE '' END AS "body:text",
       CASE WHEN v.visibility = 1 THEN t.body END AS "translation:text?",
       CASE WHEN v.visibility = 1 THEN coalesce(x.title, o.title) ELSE '' END AS "title:text",
       coalesce(x.lang, o.lang) AS "title_lang:text"
FROM story s
JOIN voice v ON v.id = s.voice
JOIN story_text o ON o.story = s.voice AND o.lang = :own
LEFT JOIN story_text x ON x.story = s.voice AND x.lang = :lang
LEFT JOIN voice_text t ON t.voice = s.voice AND t.lang = :lang AND t.lang <> v.lang
WHERE s.dialogue = :dialogue AND s.slug = :slug;
