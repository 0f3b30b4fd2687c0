-- The voices of a theme: what the filter offers, and the sum.
--: reads voice
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type visibility enum visibility

--: many theme_voice_kinds(theme int, at_table int?)
-- How many shown voices of each kind a theme has, and of none.
-- sort: seven kinds
SELECT v.kind, count(*) AS "voices:int" FROM voice v
WHERE v.theme = :theme AND v.visibility = 1 AND (:at_table IS NULL OR v.at_table = :at_table)
GROUP BY v.kind ORDER BY v.kind LIMIT 8;

--: many theme_voice_tables(theme int, kind enum kind?)
-- How many shown voices came from each table.
-- sort: a theme has a handful of tables
SELECT v.at_table AS "at_table:int", count(*) AS "voices:int" FROM voice v
WHERE v.theme = :theme AND v.visibility = 1 AND v.at_table IS NOT NULL
AND (:kind IS NULL OR v.kind = :kind)
GROUP BY v.at_table ORDER BY v.at_table LIMIT 200;

--: many theme_voice_visibilities(theme int)
-- How many voices of a theme are waiting, shown, hidden and erased.
SELECT v.visibility, count(*) AS "voices:int" FROM voice v
WHERE v.theme = :theme GROUP BY v.visibility ORDER BY v.visibility LIMIT 4;
