-- What the forms offer to choose from.
--: reads theme, theme_text, neighbourhood, dialogue
--: include "features/dialogue/dialogue.h"

--: many kept contribute_themes(dialogue int, own text, lang text)
-- The themes in their order.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: many kept contribute_neighbourhoods(dialogue int)
-- The parts of the city in their order.
SELECT n.id, n.name FROM neighbourhood n WHERE n.dialogue = :dialogue ORDER BY n.position LIMIT 1000;

--: count contribute_has_theme(dialogue int, theme int)
-- 1 when it is a theme of that dialogue.
SELECT count(*) FROM theme t WHERE t.id = :theme AND t.dialogue = :dialogue;

--: count contribute_has_neighbourhood(dialogue int, neighbourhood int)
-- 1 when it is a part of that dialogue's area.
SELECT count(*) FROM neighbourhood n WHERE n.id = :neighbourhood AND n.dialogue = :dialogue;
