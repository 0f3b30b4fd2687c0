-- The pages around the dialogues.
--: reads dialogue, dialogue_text, picture, image, phase, edition, theme, service
--: include "features/dialogue/dialogue.h"
--: type phase enum phase
--: type invented bool
--: type published instant
--: type modified instant

--: many home_dialogues(lang text)
-- The dialogues in their order, with a picture and the phase each is in.
SELECT d.slug, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text", coalesce(x.area, o.area) AS "area:text",
       coalesce(x.lang, o.lang) AS "lang:text", d.invented,
       i.hash AS "hash:text?", i.width AS "width:int?", i.height AS "height:int?",
       (SELECT min(p.phase) FROM phase p WHERE p.dialogue = d.id AND p.state = 1) AS "phase:enum phase?"
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
LEFT JOIN picture q ON q.id = d.picture
LEFT JOIN image i ON i.id = q.image
ORDER BY d.position, d.id LIMIT 100;

--: many open_data_dialogues(lang text)
-- The dialogues that have a published report, each with its newest edition.
SELECT d.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       e.number, e.published
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
JOIN edition e ON e.id = (SELECT n.id FROM edition n WHERE n.dialogue = d.id
                          ORDER BY n.number DESC LIMIT 1)
ORDER BY d.position, d.id LIMIT 100;

--: maybe sitemap_last()
SELECT s.id FROM service s ORDER BY s.id DESC LIMIT 1;

--: many sitemap_services(first int, last int)
-- What is on the map, by id.
SELECT s.slug, s.modified FROM service s
WHERE s.id BETWEEN :first AND :last AND +s.status IN (0, 3) ORDER BY s.id LIMIT 10000;

--: many sitemap_themes()
-- Of dialogues that are real.
SELECT d.slug AS "dialogue:text", t.slug FROM dialogue d JOIN theme t ON t.dialogue = d.id
WHERE d.invented = 0 ORDER BY d.position, t.position LIMIT 2000;
