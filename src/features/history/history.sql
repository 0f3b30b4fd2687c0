-- Who changed what, and what was there before.
--: owns history
--: include "features/history/history.h"
--: type thing enum thing
--: type act enum act
--: type role enum who
--: type at instant

--: add history_add(dialogue int?, thing enum thing, number int, at instant, person int?, role enum who,
--:                 act enum act, batch int, before text, after text)
-- One change; a batch of 0 is set by history_own_batch.
INSERT INTO history (dialogue, thing, number, at, person, role, act, batch, before, after, undone)
VALUES (:dialogue, :thing, :number, :at, :person, :role, :act, :batch, :before, :after, 0);

--: run history_own_batch(row int)
-- The first of a batch gives it its number.
UPDATE history SET batch = id WHERE id = :row;

--: run history_empty(thing enum thing, number int)
-- The words are erased; that something was done remains.
UPDATE history SET before = '', after = '' WHERE thing = :thing AND number = :number;
