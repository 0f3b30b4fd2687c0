-- Advice and what the city answers, the way through the city, and how people could take part: everything
-- that writes them, and what other features may ask of them. A `…_list` gives all there is, so that loading
-- can sweep what is gone.
--: owns advice, advice_text, advice_point, point_aside, step_kind, step, answer, answer_text, outcome
--: owns participation, participation_text
--: reads point, point_given, commitment
--: include "features/dialogue/dialogue.h"
--: type advice.kind enum advice_kind
--: type answer.kind enum answer_kind
--: type outcome.kind enum outcome_kind
--: type ladder enum ladder
--: type day day
--: type given day
--: type evaluated day
--: type used bool

-- ---- advice ----

--: add advice_add(dialogue int, number int, position int, kind enum advice_kind, given day?)
-- A new advice; its texts follow with advice_text_put. `given` is NULL while it is a draft.
INSERT INTO advice (dialogue, number, position, kind, given)
VALUES (:dialogue, :number, :position, :kind, :given);

--: run advice_update(advice int, position int, kind enum advice_kind, given day?)
-- The same advice, as it is written now.
UPDATE advice SET position = :position, kind = :kind, given = :given WHERE id = :advice;

--: maybe advice_find(dialogue int, number int)
-- The advice behind a number.
SELECT id, number, position, kind, given FROM advice WHERE dialogue = :dialogue AND number = :number;

--: stream advice_list(dialogue int)
-- Every advice of a dialogue.
SELECT id, number FROM advice WHERE dialogue = :dialogue ORDER BY number;

--: one advice_next(dialogue int)
-- A number and a place behind every other.
SELECT coalesce(max(a.number), 0) + 1 AS "number:int", coalesce(max(a.position), 0) + 1 AS "position:int"
FROM advice a WHERE a.dialogue = :dialogue;

--: run advice_delete(advice int)
-- With its texts and points. Refused by the schema while it has a step, an outcome or a commitment.
DELETE FROM advice WHERE id = :advice;

--: run advice_text_put(advice int, lang text, title text, body text, priority text, next text)
-- Its texts in one language.
INSERT INTO advice_text (advice, lang, title, body, priority, next)
VALUES (:advice, :lang, :title, :body, :priority, :next)
ON CONFLICT (advice, lang) DO UPDATE SET title = excluded.title, body = excluded.body,
   priority = excluded.priority, next = excluded.next;

--: run advice_text_delete(advice int, lang text)
DELETE FROM advice_text WHERE advice = :advice AND lang = :lang;

--: run advice_texts_clear(advice int)
DELETE FROM advice_text WHERE advice = :advice;

--: maybe advice_text_one(advice int, lang text)
-- Its texts in exactly this language.
SELECT title, body, priority, next FROM advice_text WHERE advice = :advice AND lang = :lang;

--: run advice_point_add(advice int, point int)
-- It rests on this point, by the id that is the same in every edition.
INSERT INTO advice_point (advice, point) VALUES (:advice, :point) ON CONFLICT DO NOTHING;

--: run advice_point_delete(advice int, point int)
DELETE FROM advice_point WHERE advice = :advice AND point = :point;

--: run advice_points_clear(advice int)
DELETE FROM advice_point WHERE advice = :advice;

--: many advice_point_numbers(advice int)
-- The points it rests on, by number.
SELECT g.id, g.number FROM advice_point a JOIN point_given g ON g.id = a.point
WHERE a.advice = :advice ORDER BY g.number LIMIT 1000;

-- ---- points set aside ----

--: run point_aside_put(point int, day day, reason text, reason_en text)
-- No advice is made from this point, for a reason.
INSERT INTO point_aside (point, day, reason, reason_en) VALUES (:point, :day, :reason, :reason_en)
ON CONFLICT (point) DO UPDATE SET day = excluded.day, reason = excluded.reason, reason_en = excluded.reason_en;

--: run point_aside_delete(point int)
DELETE FROM point_aside WHERE point = :point;

--: maybe point_aside_find(point int)
SELECT day, reason, reason_en FROM point_aside WHERE point = :point;

--: run points_aside_clear(dialogue int)
-- None of a dialogue is set aside.
DELETE FROM point_aside WHERE point IN (SELECT g.id FROM point_given g WHERE g.dialogue = :dialogue);

-- ---- the way through the city ----

--: many step_kinds()
-- The kinds of steps, in their order.
SELECT id, code, position, name, name_en, used FROM step_kind ORDER BY position, id LIMIT 100;

--: maybe step_kind_find(code text)
SELECT id, code, position, name, name_en, used FROM step_kind WHERE code = :code;

--: run step_kind_place(step_kind int, position int)
UPDATE step_kind SET position = :position WHERE id = :step_kind;

--: run step_kind_delete(step_kind int)
DELETE FROM step_kind WHERE id = :step_kind;

--: count step_kind_steps(step_kind int)
-- How many steps of all dialogues are of this kind.
SELECT count(*) FROM step s WHERE s.kind = :step_kind;

--: add step_kind_add(code text, position int, name text, name_en text)
-- A kind of the municipality's own.
INSERT INTO step_kind (code, position, name, name_en, used) VALUES (:code, :position, :name, :name_en, 1);

--: run step_kind_update(step_kind int, name text, name_en text, used bool)
-- How the municipality calls it (empty: as the program does), and whether it can be chosen.
UPDATE step_kind SET name = :name, name_en = :name_en, used = :used WHERE id = :step_kind;

--: add step_add(dialogue int, number int, position int, advice int?, kind int, day day, title text,
--:              title_en text, url text, hash text)
-- A step, of one advice or of all of them together.
INSERT INTO step (dialogue, number, position, advice, kind, day, title, title_en, url, hash)
VALUES (:dialogue, :number, :position, :advice, :kind, :day, :title, :title_en, :url, :hash);

--: run step_update(step int, position int, advice int?, kind int, day day, title text, title_en text,
--:                 url text, hash text)
UPDATE step SET position = :position, advice = :advice, kind = :kind, day = :day, title = :title,
       title_en = :title_en, url = :url, hash = :hash WHERE id = :step;

--: maybe step_find(dialogue int, number int)
SELECT s.id, s.position, s.advice, a.number AS "advice_number:int?", s.kind, s.day, s.title, s.title_en,
       s.url, s.hash
FROM step s LEFT JOIN advice a ON a.id = s.advice WHERE s.dialogue = :dialogue AND s.number = :number;

--: stream step_list(dialogue int)
SELECT id, number FROM step WHERE dialogue = :dialogue ORDER BY number;

--: one step_next(dialogue int)
SELECT coalesce(max(s.number), 0) + 1 AS "number:int", coalesce(max(s.position), 0) + 1 AS "position:int"
FROM step s WHERE s.dialogue = :dialogue;

--: run step_delete(step int)
DELETE FROM step WHERE id = :step;

-- ---- the answer ----

--: run answer_put(advice int, kind enum answer_kind, day day, money int?, url text, hash text)
-- What was decided on this advice.
INSERT INTO answer (advice, kind, day, money, url, hash) VALUES (:advice, :kind, :day, :money, :url, :hash)
ON CONFLICT (advice) DO UPDATE SET kind = excluded.kind, day = excluded.day, money = excluded.money,
   url = excluded.url, hash = excluded.hash;

--: maybe answer_find(advice int)
SELECT kind, day, money, url, hash FROM answer WHERE advice = :advice;

--: stream answer_list(dialogue int)
SELECT a.number, n.advice FROM advice a JOIN answer n ON n.advice = a.id
WHERE a.dialogue = :dialogue ORDER BY a.number;

--: run answer_delete(advice int)
-- With its texts. Refused by the schema while an outcome or commitment came of it.
DELETE FROM answer WHERE advice = :advice;

--: run answer_text_put(advice int, lang text, reason text, options text)
INSERT INTO answer_text (advice, lang, reason, options) VALUES (:advice, :lang, :reason, :options)
ON CONFLICT (advice, lang) DO UPDATE SET reason = excluded.reason, options = excluded.options;

--: run answer_text_delete(advice int, lang text)
DELETE FROM answer_text WHERE advice = :advice AND lang = :lang;

--: run answer_texts_clear(advice int)
DELETE FROM answer_text WHERE advice = :advice;

--: maybe answer_text_one(advice int, lang text)
-- Its texts in exactly this language.
SELECT reason, options FROM answer_text WHERE advice = :advice AND lang = :lang;

--: add outcome_add(advice int, number int, kind enum outcome_kind, day day?, title text, title_en text,
--:                 part text, url text)
-- What came of the answer beside commitments.
INSERT INTO outcome (advice, number, kind, day, title, title_en, part, url)
VALUES (:advice, :number, :kind, :day, :title, :title_en, :part, :url);

--: run outcome_update(outcome int, kind enum outcome_kind, day day?, title text, title_en text, part text,
--:                    url text)
UPDATE outcome SET kind = :kind, day = :day, title = :title, title_en = :title_en, part = :part, url = :url
WHERE id = :outcome;

--: maybe outcome_find(advice int, number int)
SELECT id, kind, day, title, title_en, part, url FROM outcome WHERE advice = :advice AND number = :number;

--: count outcome_next(advice int)
SELECT coalesce(max(o.number), 0) + 1 FROM outcome o WHERE o.advice = :advice;

--: run outcome_delete(outcome int)
DELETE FROM outcome WHERE id = :outcome;

--: run outcomes_clear(dialogue int)
-- All of a dialogue.
DELETE FROM outcome WHERE advice IN (SELECT a.id FROM advice a WHERE a.dialogue = :dialogue);

-- ---- how people could take part ----

--: run participation_put(dialogue int, ladder enum ladder, evaluated day?)
INSERT INTO participation (dialogue, ladder, evaluated) VALUES (:dialogue, :ladder, :evaluated)
ON CONFLICT (dialogue) DO UPDATE SET ladder = excluded.ladder, evaluated = excluded.evaluated;

--: maybe participation_find(dialogue int)
SELECT ladder, evaluated FROM participation WHERE dialogue = :dialogue;

--: run participation_delete(dialogue int)
-- With its texts.
DELETE FROM participation WHERE dialogue = :dialogue;

--: run participation_text_put(dialogue int, lang text, could text, fixed text, weighed text, evaluation text)
INSERT INTO participation_text (dialogue, lang, could, fixed, weighed, evaluation)
VALUES (:dialogue, :lang, :could, :fixed, :weighed, :evaluation)
ON CONFLICT (dialogue, lang) DO UPDATE SET could = excluded.could, fixed = excluded.fixed,
   weighed = excluded.weighed, evaluation = excluded.evaluation;

--: run participation_text_delete(dialogue int, lang text)
DELETE FROM participation_text WHERE dialogue = :dialogue AND lang = :lang;

--: maybe participation_text_one(dialogue int, lang text)
-- Its texts in exactly this language.
SELECT could, fixed, weighed, evaluation FROM participation_text WHERE dialogue = :dialogue AND lang = :lang;

-- ---- law 3: nothing fades away between steps ----

--: one chain_of_points(dialogue int, edition int)
-- The points of an edition: in an advice that was given, set aside, or waiting.
SELECT count(*) AS "points:int",
       count(CASE WHEN p.advised THEN 1 END) AS "advised:int",
       count(CASE WHEN NOT p.advised AND p.aside THEN 1 END) AS "aside:int",
       count(CASE WHEN NOT p.advised AND NOT p.aside THEN 1 END) AS "waiting:int"
FROM (SELECT EXISTS (SELECT 1 FROM advice_point r JOIN advice a ON a.id = r.advice
                     WHERE r.point = q.id AND a.given IS NOT NULL) AS advised,
             EXISTS (SELECT 1 FROM point_aside s WHERE s.point = q.id) AS aside
      FROM point q WHERE q.edition = :edition AND q.dialogue = :dialogue) AS p;

--: one chain_of_advice(dialogue int)
-- What was given to the city: answered or not, and whether an answer that adopts came to something.
SELECT count(*) AS "advices:int",
       count(CASE WHEN n.advice IS NULL THEN 1 END) AS "waiting:int",
       min(CASE WHEN n.advice IS NULL THEN a.given END) AS "waits_since:day?",
       count(CASE WHEN n.kind = 0 THEN 1 END) AS "adopted:int",
       count(CASE WHEN n.kind = 1 THEN 1 END) AS "partly:int",
       count(CASE WHEN n.kind = 2 THEN 1 END) AS "not_adopted:int",
       count(CASE WHEN n.kind < 2 AND NOT EXISTS (SELECT 1 FROM commitment c WHERE c.advice = a.id)
                  THEN 1 END) AS "bare:int",
       min(CASE WHEN n.kind < 2 AND NOT EXISTS (SELECT 1 FROM commitment c WHERE c.advice = a.id)
                THEN n.day END) AS "bare_since:day?"
FROM advice a LEFT JOIN answer n ON n.advice = a.id
WHERE a.dialogue = :dialogue AND a.given IS NOT NULL;
