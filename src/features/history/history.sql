-- Who changed what, and what was there before.
--: owns history
--: reads person, voice, theme, point, photo, advice, commitment, finding
--: include "features/history/history.h"
--: type thing enum thing
--: type act enum act
--: type role enum who
--: type at instant

--: maybe history_top()
-- The last row there is: the next one gets the number after it.
SELECT h.id FROM history h WHERE h.id > 0 ORDER BY h.id DESC LIMIT 1;

--: run history_add(row int, dialogue int?, thing enum thing, number int, at instant, person int?,
--:                 role enum who, act enum act, batch int, before text, after text)
-- One change; the first of a batch gives it its number.
INSERT INTO history (id, dialogue, thing, number, at, person, role, act, batch, before, after, undone)
VALUES (:row, :dialogue, :thing, :number, :at, :person, :role, :act, :batch, :before, :after, 0);

--: run history_empty(thing enum thing, number int)
-- The words are erased; that something was done remains.
UPDATE history SET before = '', after = '' WHERE thing = :thing AND number = :number;

--: count history_last(thing enum thing, number int)
-- The newest row about a thing; 0 when there is none.
SELECT max(id) FROM history WHERE thing = :thing AND number = :number;

--: part rows_of_history
-- What was done, by whom, and what the thing is called in addresses.
SELECT h.id, h.thing, h.at, h.role, h.act, h.before, h.after, h.undone, p.name AS "person:text?",
       v.number AS "voice:int?", t.slug AS "theme:text?", q.number AS "point:int?",
       f.id AS "photo:int?", y.number AS "advice:int?", z.number AS "commitment:int?",
       b.number AS "finding:int?"
FROM history h
LEFT JOIN person p ON p.id = h.person
LEFT JOIN voice v ON h.thing = 2 AND v.id = h.number
LEFT JOIN theme t ON h.thing = 1 AND t.id = h.number
LEFT JOIN point q ON h.thing = 3 AND q.edition = 0 AND q.id = h.number
LEFT JOIN photo f ON h.thing = 9 AND f.id = h.number
LEFT JOIN advice y ON h.thing = 11 AND y.id = h.number
LEFT JOIN commitment z ON h.thing = 12 AND z.id = h.number
LEFT JOIN finding b ON h.thing = 13 AND b.id = h.number

--: many history_of_dialogue(dialogue int, thing int?, act int?, below int)
-- What was done in a dialogue, newest first, with what the thing is called in addresses; one more than
-- a page shows. A filter that is NULL lets everything through.
{rows_of_history}
WHERE h.dialogue = :dialogue AND h.id < :below
AND (:thing IS NULL OR h.thing = :thing) AND (:act IS NULL OR h.act = :act)
ORDER BY h.id DESC LIMIT 51;

--: many history_of_thing(thing enum thing, number int, below int) like history_of_dialogue
-- The same of one thing.
{rows_of_history}
WHERE h.thing = :thing AND h.number = :number AND h.id < :below
ORDER BY h.id DESC LIMIT 51;

--: maybe history_voice(dialogue int, number int)
-- The voice with that number.
SELECT id FROM voice WHERE dialogue = :dialogue AND number = :number;

--: maybe history_point(dialogue int, number int)
-- The point of the draft with that number.
SELECT id FROM point WHERE edition = 0 AND dialogue = :dialogue AND number = :number;

--: maybe history_theme(dialogue int, slug text)
-- The theme with that slug.
SELECT id FROM theme WHERE dialogue = :dialogue AND slug = :slug;

--: maybe history_advice(dialogue int, number int)
-- The advice with that number.
SELECT id FROM advice WHERE dialogue = :dialogue AND number = :number;

--: maybe history_commitment(dialogue int, number int)
-- The commitment with that number.
SELECT id FROM commitment WHERE dialogue = :dialogue AND number = :number;

--: count history_undone(batch int)
-- Whether a batch was taken back: how many of its rows are marked so.
SELECT count(*) FROM history h WHERE h.batch = :batch AND h.undone = 1;

--: run history_mark_undone(batch int)
-- A batch was taken back.
UPDATE history SET undone = 1 WHERE batch = :batch;

--: count history_last_outside(thing enum thing, number int, batch int)
-- The newest row about a thing that is not of that batch; 0 when there is none.
SELECT max(id) FROM history WHERE thing = :thing AND number = :number AND batch <> :batch;
