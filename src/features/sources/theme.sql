-- The findings of a theme: what the filter offers, and how many there are.
--: reads finding
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: many theme_finding_counts(theme int)
-- How many findings of each kind came from each table; of no kind and from no table too.
-- sort: kinds times tables of one theme
SELECT f.kind, f.at_table, count(*) AS "findings:int" FROM finding f
WHERE f.theme = :theme GROUP BY f.kind, f.at_table ORDER BY f.kind, f.at_table LIMIT 2000;
