-- What everybody reads: commitments, each with its deeds and the moving of its date.
--: reads commitment, commitment_text, commitment_owner, commitment_place, department
--: reads verdict, verdict_counted
--: reads deed, deed_text, note, neighbourhood, advice, advice_text, answer
--: include "features/dialogue/dialogue.h"
--: type answer.kind enum answer_kind
--: type horizon enum horizon
--: type state enum commitment_state
--: type day day
--: type made day
--: type due day
--: type first_due day
--: type ended day
--: type given day

--: maybe commitment_shown(dialogue int, number int, own text, lang text)
-- One commitment, with the advice and answer it comes from.
SELECT c.id, c.state, c.made, c.first_due, c.due, c.ended, c.horizon, c.budget, c.owner,
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.body, o.body) AS "body:text", coalesce(nullif(x.stopped, ''), o.stopped) AS "stopped:text",
       CASE WHEN x.stopped <> '' THEN x.lang ELSE o.lang END AS "stopped_lang:text",
       w.name AS "owner_name:text", w.name_en AS "owner_en:text", w.portfolio,
       c.advice, a.number AS "advice_number:int", coalesce(ax.title, ao.title) AS "advice_title:text",
       coalesce(ax.lang, ao.lang) AS "advice_lang:text", n.kind AS "answered:int", n.day
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
JOIN department w ON w.id = c.owner
JOIN advice a ON a.id = c.advice
JOIN answer n ON n.advice = c.advice
JOIN advice_text ao ON ao.advice = a.id AND ao.lang = :own
LEFT JOIN advice_text ax ON ax.advice = a.id AND ax.lang = :lang
WHERE c.dialogue = :dialogue AND c.number = :number;

--: many commitment_owners_shown(commitment int)
SELECT w.name, w.name_en FROM commitment_owner q JOIN department w ON w.id = q.department
WHERE q.commitment = :commitment ORDER BY q.department LIMIT 50;

--: many commitment_places_shown(commitment int)
SELECT n.name FROM commitment_place p JOIN neighbourhood n ON n.id = p.neighbourhood
WHERE p.commitment = :commitment ORDER BY p.neighbourhood LIMIT 300;

--: many deeds_shown(commitment int, own text, lang text)
-- sort: the deeds of one commitment
SELECT d.number, d.day, d.url, d.document, d.hash, coalesce(x.body, o.body) AS "body:text",
       coalesce(x.figure, o.figure) AS "figure:text", coalesce(x.lang, o.lang) AS "lang:text", d.picture
FROM deed d
JOIN deed_text o ON o.deed = d.id AND o.lang = :own
LEFT JOIN deed_text x ON x.deed = d.id AND x.lang = :lang
WHERE d.commitment = :commitment ORDER BY d.day, d.number LIMIT 500;

--: many notes_shown(commitment int)
-- Those that everybody may read.
SELECT n.number, n.day, n.body, n.body_en FROM note n
WHERE n.commitment = :commitment AND n.is_public = 1 ORDER BY n.number LIMIT 500;

--: many verdicts_shown(commitment int)
-- How many answered what: about each deed by number, and about all that was promised (0).
-- sort: a few rows for each deed
SELECT x.deed AS "deed:int", x.follows AS "follows:bool", x.answer AS "answer:int", sum(x.people) AS "people:int"
FROM (SELECT coalesce(d.number, 0) AS deed, v.follows, v.answer, 1 AS people
      FROM verdict v LEFT JOIN deed d ON d.id = v.deed WHERE v.commitment = :commitment
      UNION ALL
      SELECT k.deed, k.follows, k.answer, k.people FROM verdict_counted k WHERE k.commitment = :commitment) AS x
GROUP BY x.deed, x.follows, x.answer ORDER BY x.deed, x.follows, x.answer LIMIT 2000;
