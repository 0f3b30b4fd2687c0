-- What everybody reads: advices that were given, their answers, and what came of them.
--: reads advice, advice_text, advice_point, point, point_text, point_given, answer, answer_text, outcome
--: reads step, step_kind, commitment, commitment_text, department, edition, participation, participation_text
--: include "features/dialogue/dialogue.h"
--: type advice.kind enum advice_kind
--: type answer.kind enum answer_kind
--: type outcome.kind enum outcome_kind
--: type point.kind enum kind
--: type state enum commitment_state
--: type ladder enum ladder
--: type day day
--: type given day
--: type ended day
--: type first_due day
--: type evaluated day

--: many advices_shown(dialogue int, own text, lang text)
-- Every advice that was given, with its answer or since when it waits.
SELECT a.number, a.kind, a.given, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       n.kind AS "answered:int?", n.day AS "day:day?",
       (SELECT count(*) FROM advice_point r WHERE r.advice = a.id) AS "points:int",
       (SELECT count(*) FROM commitment c WHERE c.advice = a.id) AS "commitments:int",
       (SELECT count(*) FROM outcome u WHERE u.advice = a.id) AS "outcomes:int"
FROM advice a
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN advice_text x ON x.advice = a.id AND x.lang = :lang
LEFT JOIN answer n ON n.advice = a.id
WHERE a.dialogue = :dialogue AND a.given IS NOT NULL ORDER BY a.position, a.id LIMIT 500;

--: maybe advice_shown(dialogue int, number int, own text, lang text)
-- One of them, with its answer.
SELECT a.id, a.kind, a.given, coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.body, o.body) AS "body:text", coalesce(x.priority, o.priority) AS "priority:text",
       coalesce(x.next, o.next) AS "next:text",
       n.kind AS "answered:int?", n.day AS "day:day?", n.money AS "money:int?", n.url AS "url:text?",
       n.hash AS "hash:text?", coalesce(y.lang, p.lang) AS "answer_lang:text?",
       coalesce(y.reason, p.reason) AS "reason:text?", coalesce(y.options, p.options) AS "options:text?"
FROM advice a
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN advice_text x ON x.advice = a.id AND x.lang = :lang
LEFT JOIN answer n ON n.advice = a.id
LEFT JOIN answer_text p ON p.advice = a.id AND p.lang = :own
LEFT JOIN answer_text y ON y.advice = a.id AND y.lang = :lang
WHERE a.dialogue = :dialogue AND a.number = :number AND a.given IS NOT NULL;

--: many advice_points_shown(advice int, dialogue int, own text, lang text)
-- The points it rests on, each as it stands in the newest edition that has it.
SELECT p.number, p.kind, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       p.findings, p.voices, p.tables
FROM advice_point r
JOIN point_given g ON g.id = r.point
JOIN point p ON p.id = r.point AND p.edition = (
    SELECT e.id FROM edition e JOIN point q ON q.edition = e.id AND q.id = r.point
    WHERE e.dialogue = :dialogue ORDER BY e.number DESC LIMIT 1)
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = p.edition AND x.point = p.id AND x.lang = :lang
WHERE r.advice = :advice ORDER BY r.point LIMIT 300;

--: many advice_steps_shown(dialogue int, advice int)
-- The way of this advice through the city: its own steps, and those of all together.
SELECT s.day, s.title, s.title_en, s.url, s.hash, k.code, k.name, k.name_en
FROM step s JOIN step_kind k ON k.id = s.kind
WHERE s.dialogue = :dialogue AND (s.advice IS NULL OR s.advice = :advice) ORDER BY s.day, s.id LIMIT 300;

--: many advice_outcomes_shown(advice int)
SELECT u.number, u.kind, u.day, u.title, u.title_en, u.part, u.url FROM outcome u
WHERE u.advice = :advice ORDER BY u.number LIMIT 100;

--: many advice_commitments_shown(advice int, own text, lang text)
SELECT c.number, c.state, c.first_due, c.ended, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", w.name AS "owner_name:text", w.name_en AS "owner_en:text"
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
JOIN department w ON w.id = c.owner
WHERE c.advice = :advice ORDER BY c.number LIMIT 300;

--: maybe participation_shown(dialogue int, own text, lang text)
-- How people could take part.
SELECT q.ladder, q.evaluated, coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.could, o.could) AS "could:text",
       coalesce(x.fixed, o.fixed) AS "fixed:text", coalesce(x.weighed, o.weighed) AS "weighed:text",
       coalesce(x.evaluation, o.evaluation) AS "evaluation:text"
FROM participation q
JOIN participation_text o ON o.dialogue = q.dialogue AND o.lang = :own
LEFT JOIN participation_text x ON x.dialogue = q.dialogue AND x.lang = :lang
WHERE q.dialogue = :dialogue;
