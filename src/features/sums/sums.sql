-- Where all voices are, and what of them cannot be read.
--: owns voice_sum, hidden_sum
--: reads finding, point_finding, source, source_text, dialogue_tally, theme, theme_text, tables, gathering, gathering_text, objection
--: include "features/sums/sums.h"
--: type standing enum standing
--: type visibility enum visibility
--: type reason enum reason

--: one sum_of_dialogue(dialogue int)
-- All voices by where they stand and whether they can be read; `voices` is counted apart from the others.
SELECT coalesce((SELECT n.voices FROM dialogue_tally n WHERE n.dialogue = :dialogue), 0) AS "voices:int",
       coalesce(sum(CASE WHEN s.standing = 1 THEN s.n ELSE 0 END), 0) AS "used:int",
       coalesce(sum(CASE WHEN s.standing = 0 THEN s.n ELSE 0 END), 0) AS "waiting:int",
       coalesce(sum(CASE WHEN s.standing = 2 THEN s.n ELSE 0 END), 0) AS "set_aside:int",
       coalesce(sum(CASE WHEN s.standing = 3 THEN s.n ELSE 0 END), 0) AS "only_counted:int",
       coalesce(sum(CASE WHEN s.standing = 4 THEN s.n ELSE 0 END), 0) AS "withdrawn:int",
       coalesce(sum(CASE WHEN s.visibility = 1 THEN s.n ELSE 0 END), 0) AS "shown:int",
       coalesce(sum(CASE WHEN s.visibility = 0 THEN s.n ELSE 0 END), 0) AS "unchecked:int",
       coalesce(sum(CASE WHEN s.visibility = 3 THEN s.n ELSE 0 END), 0) AS "erased:int"
FROM voice_sum s WHERE s.dialogue = :dialogue;

--: many sum_of_themes(dialogue int, own text, lang text)
-- The same for each theme; without a title: the voices that are in none.
-- sort: as many rows as there are themes
SELECT t.slug AS "theme:text?", coalesce(x.title, o.title) AS "title:text?", coalesce(x.lang, o.lang) AS "lang:text?",
       s.voices AS "voices:int", s.used AS "used:int", s.waiting AS "waiting:int", s.set_aside AS "set_aside:int",
       s.only_counted AS "only_counted:int", s.withdrawn AS "withdrawn:int", s.shown AS "shown:int"
FROM (SELECT v.theme, sum(v.n) AS voices, sum(CASE WHEN v.standing = 1 THEN v.n ELSE 0 END) AS used,
             sum(CASE WHEN v.standing = 0 THEN v.n ELSE 0 END) AS waiting,
             sum(CASE WHEN v.standing = 2 THEN v.n ELSE 0 END) AS set_aside,
             sum(CASE WHEN v.standing = 3 THEN v.n ELSE 0 END) AS only_counted,
             sum(CASE WHEN v.standing = 4 THEN v.n ELSE 0 END) AS withdrawn,
             sum(CASE WHEN v.visibility = 1 THEN v.n ELSE 0 END) AS shown
      FROM voice_sum v WHERE v.dialogue = :dialogue GROUP BY v.theme) s
LEFT JOIN theme t ON t.id = s.theme
LEFT JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
ORDER BY t.position IS NULL, t.position, s.theme LIMIT 1001;

--: many sum_of_tables(dialogue int, own text, lang text)
-- The same for each table; without a number: the voices that were said at none.
-- sort: as many rows as there are tables
SELECT g.slug AS "gathering:text?", coalesce(gx.title, go.title) AS "evening:text?",
       coalesce(gx.lang, go.lang) AS "evening_lang:text?",
       t.round AS "round:int?", t.number AS "table_number:int?",
       coalesce(x.title, o.title) AS "title:text?", coalesce(x.lang, o.lang) AS "lang:text?",
       s.voices AS "voices:int", s.used AS "used:int", s.waiting AS "waiting:int", s.set_aside AS "set_aside:int",
       s.only_counted AS "only_counted:int", s.withdrawn AS "withdrawn:int", s.shown AS "shown:int"
FROM (SELECT v.at_table, sum(v.n) AS voices, sum(CASE WHEN v.standing = 1 THEN v.n ELSE 0 END) AS used,
             sum(CASE WHEN v.standing = 0 THEN v.n ELSE 0 END) AS waiting,
             sum(CASE WHEN v.standing = 2 THEN v.n ELSE 0 END) AS set_aside,
             sum(CASE WHEN v.standing = 3 THEN v.n ELSE 0 END) AS only_counted,
             sum(CASE WHEN v.standing = 4 THEN v.n ELSE 0 END) AS withdrawn,
             sum(CASE WHEN v.visibility = 1 THEN v.n ELSE 0 END) AS shown
      FROM voice_sum v WHERE v.dialogue = :dialogue GROUP BY v.at_table) s
LEFT JOIN tables t ON t.id = s.at_table
LEFT JOIN gathering g ON g.id = t.gathering
LEFT JOIN gathering_text go ON go.gathering = g.id AND go.lang = :own
LEFT JOIN gathering_text gx ON gx.gathering = g.id AND gx.lang = :lang
LEFT JOIN theme_text o ON o.theme = t.theme AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.theme AND x.lang = :lang
ORDER BY t.id IS NULL, g.position, t.round, t.number, s.at_table LIMIT 1001;

--: many sum_of_reasons(dialogue int)
-- What was set aside, by the reason.
SELECT s.reason, sum(s.n) AS "voices:int" FROM voice_sum s
WHERE s.dialogue = :dialogue AND s.standing = 2 AND s.reason > 0 GROUP BY s.reason ORDER BY s.reason LIMIT 100;

--: many sum_of_hidden(dialogue int)
-- What is hidden, by the published reason; 0: its author chose so, or none was written down.
SELECT h.reason AS "reason:int", h.n FROM hidden_sum h
WHERE h.dialogue = :dialogue ORDER BY h.reason LIMIT 100;

--: one sum_of_objections(dialogue int)
-- Objections that wait and since when, and those that were decided.
SELECT count(CASE WHEN o.decided IS NULL THEN 1 END) AS "waiting:int",
       min(CASE WHEN o.decided IS NULL THEN o.at END) AS "since:instant?",
       count(o.decided) AS "decided:int", count(CASE WHEN o.granted = 1 THEN 1 END) AS "granted:int"
FROM objection o WHERE o.dialogue = :dialogue;

--: many sum_of_findings(dialogue int, edition int, own text, lang text)
-- The same for what sources say: each finding stands under a point of the edition, is set aside, or waits.
-- sort: as many rows as there are sources
WITH f AS MATERIALIZED (SELECT b.source, b.account, EXISTS (SELECT 1 FROM point_finding r
                                          WHERE r.finding = b.id AND r.edition = :edition) AS used
      FROM source c JOIN finding b ON b.source = c.id WHERE c.dialogue = :dialogue)
SELECT s.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       count(*) AS "findings:int", sum(f.used) AS "used:int",
       sum(CASE WHEN f.used = 0 AND f.account = 1 THEN 1 ELSE 0 END) AS "set_aside:int",
       sum(CASE WHEN f.used = 0 AND f.account = 0 THEN 1 ELSE 0 END) AS "waiting:int"
FROM f JOIN source s ON s.id = f.source
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text x ON x.source = s.id AND x.lang = :lang
GROUP BY s.id ORDER BY s.position LIMIT 1000;
