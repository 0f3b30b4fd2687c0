-- The findings of a theme: what the filter offers, and how many there are.
--: reads finding
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: many theme_finding_kinds(theme int, at_table int?)
-- How many findings of each kind a theme has, and of none.
-- sort: seven kinds
SELECT f.kind, count(*) AS "findings:int" FROM finding f
WHERE f.theme = :theme AND (:at_table IS NULL OR f.at_table = :at_table)
GROUP BY f.kind ORDER BY f.kind LIMIT 8;

--: many theme_finding_tables(theme int, kind enum kind?)
-- How many findings came from each table.
-- sort: a theme has a handful of tables
SELECT f.at_table AS "at_table:int", count(*) AS "findings:int" FROM finding f
WHERE f.theme = :theme AND f.at_table IS NOT NULL AND (:kind IS NULL OR f.kind = :kind)
GROUP BY f.at_table ORDER BY f.at_table LIMIT 200;
