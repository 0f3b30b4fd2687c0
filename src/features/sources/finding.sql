-- One finding: where it went, and what stands beside it.
--: reads finding, finding_text
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type published instant

--: maybe finding_before(theme int, number int)
-- The finding before it in its theme.
SELECT f.number FROM finding f WHERE f.theme = :theme AND f.number < :number
ORDER BY f.number DESC LIMIT 1;

--: maybe finding_behind(theme int, number int) like finding_before
-- The finding behind it in its theme.
SELECT f.number FROM finding f WHERE f.theme = :theme AND f.number > :number
ORDER BY f.number LIMIT 1;

--: maybe finding_theme(finding int)
-- The theme it was sorted under.
SELECT f.theme, f.at_table FROM finding f WHERE f.id = :finding;

--: many findings_at_table(at_table int, without int, own text, lang text)
-- What else this source tells of the same table.
SELECT f.number, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM finding f
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
WHERE f.at_table = :at_table AND f.id <> :without ORDER BY f.number LIMIT 5;
