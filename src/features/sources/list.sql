-- The list of sources.
--: reads source, source_text, finding
--: include "features/dialogue/dialogue.h"
--: type source.kind enum source_kind
--: type published day

--: many sources_in_order(dialogue int, own text, lang text)
-- Every source with how much it says.
SELECT s.id, s.slug, s.kind, s.author, s.published, s.url,
       coalesce(x.title, o.title) AS "title:text", coalesce(x.note, o.note) AS "note:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM finding f WHERE f.source = s.id) AS "findings:int"
FROM source s
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text x ON x.source = s.id AND x.lang = :lang
WHERE s.dialogue = :dialogue ORDER BY s.position LIMIT 1000;
