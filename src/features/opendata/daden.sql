-- From advice to deed, row by row: what was given to the city and all that followed. Notes for the team and
-- whom it asks are in none of this.
--: reads advice, advice_text, advice_point, point_given, point_aside, step, step_kind, answer, answer_text
--: reads outcome, department, commitment, commitment_text, commitment_owner, commitment_place
--: reads commitment_moved, deed, deed_text, neighbourhood, picture, participation, participation_text
--: reads verdict, verdict_counted, reply, challenge, point
--: include "features/challenge/challenge.h"
--: include "features/dialogue/dialogue.h"
--: type advice.kind enum advice_kind
--: type answer.kind enum answer_kind
--: type outcome.kind enum outcome_kind
--: type horizon enum horizon
--: type commitment.state enum commitment_state
--: type challenge.state enum challenge_state
--: type ladder enum ladder
--: type day day
--: type made day
--: type due day
--: type first_due day
--: type ended day
--: type given day
--: type evaluated day
--: type received day
--: type complete day
--: type decide_by day
--: type put_off day
--: type decided day

--: stream open_participation(dialogue int, own text)
SELECT q.ladder, q.evaluated, o.could, e.could AS "could_en:text?", o.fixed, e.fixed AS "fixed_en:text?",
       o.weighed, e.weighed AS "weighed_en:text?", o.evaluation, e.evaluation AS "evaluation_en:text?"
FROM participation q
JOIN participation_text o ON o.dialogue = q.dialogue AND o.lang = :own
LEFT JOIN participation_text e ON e.dialogue = q.dialogue AND e.lang = 'en' AND o.lang <> 'en'
WHERE q.dialogue = :dialogue;

--: stream open_advice(dialogue int, own text)
-- Drafts are for the team alone.
SELECT a.number, a.kind, a.given AS "given:day", o.title, e.title AS "title_en:text?", o.body, e.body AS "body_en:text?",
       o.priority, e.priority AS "priority_en:text?", o.next, e.next AS "next_en:text?"
FROM advice a
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN advice_text e ON e.advice = a.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE a.dialogue = :dialogue AND a.given IS NOT NULL ORDER BY a.number;

--: stream open_advice_points(dialogue int)
SELECT a.number, g.number AS "point_number:int" FROM advice a
JOIN advice_point r ON r.advice = a.id
JOIN point_given g ON g.id = r.point
WHERE a.dialogue = :dialogue AND a.given IS NOT NULL ORDER BY a.number, g.number;

--: stream open_points_aside(dialogue int)
SELECT g.number, s.day, s.reason, s.reason_en FROM point_aside s JOIN point_given g ON g.id = s.point
WHERE g.dialogue = :dialogue ORDER BY g.number;

--: stream open_steps(dialogue int)
-- Of drafts nothing.
SELECT s.number, k.code, k.name, k.name_en, a.number AS "advice_number:int?", s.day, s.title, s.title_en, s.url, s.hash
FROM step s JOIN step_kind k ON k.id = s.kind LEFT JOIN advice a ON a.id = s.advice
WHERE s.dialogue = :dialogue AND (s.advice IS NULL OR a.given IS NOT NULL) ORDER BY s.number;

--: stream open_answers(dialogue int, own text)
SELECT a.number, n.kind, n.day, n.money, n.url, n.hash, o.reason, e.reason AS "reason_en:text?", o.options,
       e.options AS "options_en:text?"
FROM advice a
JOIN answer n ON n.advice = a.id
JOIN answer_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN answer_text e ON e.advice = a.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE a.dialogue = :dialogue ORDER BY a.number;

--: stream open_outcomes(dialogue int)
SELECT a.number AS "advice_number:int", u.number, u.kind, u.day, u.title, u.title_en, u.part, u.url
FROM advice a JOIN outcome u ON u.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.number, u.number;

--: stream open_owners(dialogue int)
SELECT w.slug, w.name, w.name_en, w.portfolio FROM department w WHERE w.dialogue = :dialogue
ORDER BY w.position, w.id;

--: count open_last_commitment(dialogue int)
SELECT max(c.number) FROM commitment c WHERE c.dialogue = :dialogue;

--: stream open_commitments(dialogue int, own text, first int, last int)
-- Commitments with a number of this part.
SELECT c.number, a.number AS "advice_number:int", w.slug, c.made, c.first_due, c.due, c.moves, c.horizon, c.state,
       c.ended, c.budget, o.title, e.title AS "title_en:text?", o.body, e.body AS "body_en:text?", o.stopped,
       e.stopped AS "stopped_en:text?"
FROM commitment c
JOIN advice a ON a.id = c.advice
JOIN department w ON w.id = c.owner
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text e ON e.commitment = c.id AND e.lang = 'en' AND o.lang <> 'en'
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last ORDER BY c.number;

--: stream open_commitment_owners(dialogue int, first int, last int)
-- sort: a file has everything once
SELECT c.number, w.slug FROM commitment c
JOIN commitment_owner q ON q.commitment = c.id
JOIN department w ON w.id = q.department
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last ORDER BY c.number, w.slug;

--: stream open_commitment_places(dialogue int, first int, last int)
-- sort: a file has everything once
SELECT c.number, n.slug FROM commitment c
JOIN commitment_place p ON p.commitment = c.id
JOIN neighbourhood n ON n.id = p.neighbourhood
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last ORDER BY c.number, n.slug;

--: stream open_commitment_moves(dialogue int, first int, last int)
SELECT c.number, m.number AS "move:int", m.day, m.due, m.reason, m.reason_en
FROM commitment c JOIN commitment_moved m ON m.commitment = c.id
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last ORDER BY c.number, m.number;

--: stream open_deeds(dialogue int, own text, first int, last int)
SELECT c.number, d.number AS "deed:int", d.day, d.url, d.document, d.hash, p.slug AS "picture:text?",
       o.body, e.body AS "body_en:text?", o.figure, e.figure AS "figure_en:text?"
FROM commitment c
JOIN deed d ON d.commitment = c.id
JOIN deed_text o ON o.deed = d.id AND o.lang = :own
LEFT JOIN deed_text e ON e.deed = d.id AND e.lang = 'en' AND o.lang <> 'en'
LEFT JOIN picture p ON p.id = d.picture
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last ORDER BY c.number, d.number;

--: stream open_verdicts(dialogue int, first int, last int)
-- How many answered what, where it is shown to everybody: from five on.
-- sort: a file has everything once
SELECT x.number AS "number:int", x.deed AS "deed:int", x.follows AS "follows:bool",
       sum(CASE WHEN x.answer = 0 THEN x.people ELSE 0 END) AS "yes:int",
       sum(CASE WHEN x.answer = 1 THEN x.people ELSE 0 END) AS "partly:int",
       sum(CASE WHEN x.answer = 2 THEN x.people ELSE 0 END) AS "no:int"
FROM (SELECT c.number, coalesce(d.number, 0) AS deed, v.follows, v.answer, 1 AS people
      FROM commitment c JOIN verdict v ON v.commitment = c.id LEFT JOIN deed d ON d.id = v.deed
      WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last
      UNION ALL
      SELECT c.number, k.deed, k.follows, k.answer, k.people
      FROM commitment c JOIN verdict_counted k ON k.commitment = c.id
      WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last) AS x
GROUP BY x.number, x.deed, x.follows HAVING sum(x.people) >= 5
ORDER BY x.number, x.deed, x.follows;

--: stream open_replies(dialogue int, edition int)
-- Of the questions that stand in the newest report.
SELECT p.number, r.day, r.body, r.body_en, r.url
FROM point p JOIN reply r ON r.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.number;

--: stream open_challenges(dialogue int)
-- All that came in; the words of those that are shown, and of nobody who sent one a name.
SELECT c.number, c.received, c.state, c.complete, c.decide_by, c.put_off, c.why, c.decided, c.answer, c.answer_en,
       c.is_shown AS "shown:bool", CASE WHEN c.is_shown = 1 THEN c.lang ELSE '' END AS "lang:text",
       CASE WHEN c.is_shown = 1 THEN c.task ELSE '' END AS "task:text",
       CASE WHEN c.is_shown = 1 THEN c.plan ELSE '' END AS "plan:text",
       CASE WHEN c.is_shown = 1 THEN c.costs ELSE '' END AS "costs:text",
       CASE WHEN c.is_shown = 1 THEN c.backing ELSE '' END AS "backing:text"
FROM challenge c WHERE c.dialogue = :dialogue AND c.dropped IS NULL ORDER BY c.number;

--: stream open_commitment_translations(dialogue int, own text, first int, last int)
-- Commitments of this part and their deeds, in every other language, one text on a row.
SELECT c.number AS "number:int", NULL AS "deed:int?", 'title' AS "of_column:text", x.lang AS "lang:text", x.title AS "words:text"
FROM commitment c JOIN commitment_text x ON x.commitment = c.id
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last AND x.lang <> :own AND x.title <> ''
UNION ALL
SELECT c.number AS "number:int", NULL AS "deed:int?", 'text' AS "of_column:text", x.lang AS "lang:text", x.body AS "words:text"
FROM commitment c JOIN commitment_text x ON x.commitment = c.id
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last AND x.lang <> :own AND x.body <> ''
UNION ALL
SELECT c.number AS "number:int", NULL AS "deed:int?", 'stopped' AS "of_column:text", x.lang AS "lang:text", x.stopped AS "words:text"
FROM commitment c JOIN commitment_text x ON x.commitment = c.id
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last AND x.lang <> :own AND x.stopped <> ''
UNION ALL
SELECT c.number AS "number:int", d.number AS "deed:int?", 'text' AS "of_column:text", x.lang AS "lang:text", x.body AS "words:text"
FROM commitment c JOIN deed d ON d.commitment = c.id JOIN deed_text x ON x.deed = d.id
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last AND x.lang <> :own AND x.body <> ''
UNION ALL
SELECT c.number AS "number:int", d.number AS "deed:int?", 'figure' AS "of_column:text", x.lang AS "lang:text", x.figure AS "words:text"
FROM commitment c JOIN deed d ON d.commitment = c.id JOIN deed_text x ON x.deed = d.id
WHERE c.dialogue = :dialogue AND c.number BETWEEN :first AND :last AND x.lang <> :own AND x.figure <> ''
ORDER BY 1, 2, 3, 4;

--: stream open_advice_translations(dialogue int, own text)
-- The same of advice and answers, as open_translations has the others.
SELECT 'advice' AS "of_table:text", CAST(a.number AS TEXT) AS "name:text", 'title' AS "of_column:text", x.lang AS "lang:text", x.title AS "words:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue AND a.given IS NOT NULL AND x.lang <> :own AND x.title <> ''
UNION ALL
SELECT 'advice' AS "of_table:text", CAST(a.number AS TEXT) AS "name:text", 'text' AS "of_column:text", x.lang AS "lang:text", x.body AS "words:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue AND a.given IS NOT NULL AND x.lang <> :own AND x.body <> ''
UNION ALL
SELECT 'advice' AS "of_table:text", CAST(a.number AS TEXT) AS "name:text", 'priority' AS "of_column:text", x.lang AS "lang:text", x.priority AS "words:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue AND a.given IS NOT NULL AND x.lang <> :own AND x.priority <> ''
UNION ALL
SELECT 'advice' AS "of_table:text", CAST(a.number AS TEXT) AS "name:text", 'next' AS "of_column:text", x.lang AS "lang:text", x.next AS "words:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue AND a.given IS NOT NULL AND x.lang <> :own AND x.next <> ''
UNION ALL
SELECT 'answers' AS "of_table:text", CAST(a.number AS TEXT) AS "name:text", 'reason' AS "of_column:text", x.lang AS "lang:text", x.reason AS "words:text"
FROM advice a JOIN answer_text x ON x.advice = a.id WHERE a.dialogue = :dialogue AND x.lang <> :own AND x.reason <> ''
UNION ALL
SELECT 'answers' AS "of_table:text", CAST(a.number AS TEXT) AS "name:text", 'options' AS "of_column:text", x.lang AS "lang:text", x.options AS "words:text"
FROM advice a JOIN answer_text x ON x.advice = a.id WHERE a.dialogue = :dialogue AND x.lang <> :own AND x.options <> ''
ORDER BY 1, 2, 3, 4;
