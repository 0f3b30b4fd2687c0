-- One source.
--: reads source, source_text, finding, point_finding
--: include "features/dialogue/dialogue.h"
--: type source.kind enum source_kind
--: type finding.kind enum kind
--: type published day

--: maybe source_shown(dialogue int, slug text, own text, lang text)
-- A source with its words.
SELECT s.id, s.slug, s.kind, s.author, s.published, s.url,
       coalesce(x.title, o.title) AS "title:text", coalesce(x.note, o.note) AS "note:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM source s
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text x ON x.source = s.id AND x.lang = :lang
WHERE s.dialogue = :dialogue AND s.slug = :slug;

--: many source_kinds(source int)
-- How many findings of each kind a source has, and of none.
SELECT f.kind, count(*) AS "findings:int" FROM finding f
WHERE f.source = :source GROUP BY f.kind ORDER BY f.kind LIMIT 8;

--: one source_account(source int, edition int)
-- The sum of a source: every finding is used, set aside or waiting.
SELECT count(*) AS "findings:int",
       coalesce(sum(u.used), 0) AS "used:int",
       coalesce(sum(CASE WHEN u.used = 0 AND u.account = 1 THEN 1 ELSE 0 END), 0) AS "set_aside:int"
FROM (SELECT f.account, EXISTS (SELECT 1 FROM point_finding r
                                WHERE r.finding = f.id AND r.edition = :edition) AS used
      FROM finding f WHERE f.source = :source) AS u;
