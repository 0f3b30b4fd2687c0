-- The voices of a theme: what the filter offers, and the sum.
--: reads voice
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type visibility enum visibility

--: many theme_voice_counts(theme int)
-- How many shown voices of each kind came from each table; of no kind and from no table too.
-- sort: kinds times tables of one theme
SELECT v.kind, v.at_table, count(*) AS "voices:int" FROM voice v
WHERE v.theme = :theme AND v.visibility = 1
GROUP BY v.kind, v.at_table ORDER BY v.kind, v.at_table LIMIT 2000;

--: many theme_voice_visibilities(theme int)
-- How many voices of a theme are waiting, shown, hidden and erased.
SELECT v.visibility, count(*) AS "voices:int" FROM voice v
WHERE v.theme = :theme GROUP BY v.visibility ORDER BY v.visibility LIMIT 4;
