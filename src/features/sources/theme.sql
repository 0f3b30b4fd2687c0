-- The findings of a theme: what the filter offers, and how many there are.
--: reads finding_tally
--: include "features/dialogue/dialogue.h"

--: many theme_finding_counts(theme int)
-- How many findings of each kind came from each table; -1 for of none and from none.
SELECT n.kind, n.at_table AS "table:int", n.findings AS "count:int" FROM finding_tally n
WHERE n.theme = :theme ORDER BY n.kind, n.at_table LIMIT 2000;
