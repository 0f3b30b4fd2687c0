-- The door: who is in, by what was done on which device.
--: owns door_row, registration
--: reads gathering
--: include "features/registration/registration.h"
--: type registration.arrived instant
--: type registration.state enum registration_state
--: type door_row.act enum door_act
--: type received instant
--: type undone bool

--: maybe door_row_find(gathering int, mark bytes)
-- Was this row handed in before, and what is it about?
SELECT d.registration, d.act, d.undone FROM door_row d WHERE d.gathering = :gathering AND d.mark = :mark;

--: add door_row_add(gathering int, mark bytes, registration int, act enum door_act, received instant)
INSERT INTO door_row (gathering, mark, registration, act, undone, received)
VALUES (:gathering, :mark, :registration, :act, 0, :received);

--: run door_row_undo(gathering int, mark bytes)
-- What let somebody in is taken back.
UPDATE door_row SET undone = 1 WHERE gathering = :gathering AND mark = :mark;

--: run door_rows_undo(registration int, until instant)
-- Everything that let somebody in up to then is taken back.
UPDATE door_row SET undone = 1 WHERE registration = :registration AND received <= :until;

--: count door_rows_standing(registration int)
-- How often somebody was let in, without what was taken back.
SELECT count(*) FROM door_row d WHERE d.registration = :registration AND d.undone = 0 AND d.act < 2;

--: maybe door_person(gathering int, registration int)
-- Somebody on the list of this gathering, also who cancelled.
SELECT r.id, r.state, r.arrived FROM registration r WHERE r.id = :registration AND r.gathering = :gathering;

--: maybe door_person_coded(gathering int, code bytes) like door_person
-- By the hash of their code.
SELECT r.id, r.state, r.arrived FROM registration r WHERE r.code = :code AND r.gathering = :gathering;

--: maybe door_person_marked(gathering int, mark bytes) like door_person
-- By what stands on their badge: the beginning of that hash.
SELECT r.id, r.state, r.arrived FROM registration r
WHERE r.gathering = :gathering AND substr(r.code, 1, 8) = :mark LIMIT 1;

--: run door_arrives(registration int, arrived instant, arrived_by int?)
-- They are there. Who waited or cancelled, and came, comes.
UPDATE registration SET arrived = :arrived, arrived_by = :arrived_by, state = 0 WHERE id = :registration;

--: run door_leaves(registration int)
-- A mistake: they are not there.
UPDATE registration SET arrived = NULL, arrived_by = NULL WHERE id = :registration;

--: run door_gone(registration int)
-- Somebody who was added by mistake.
UPDATE registration SET state = 2 WHERE id = :registration;

--: one door_stand(gathering int)
-- Changes when somebody arrives, leaves, comes or cancels.
SELECT count(*) AS "people:int", count(r.arrived) AS "inside:int",
       coalesce(sum(r.arrived), 0) AS "moments:int", coalesce(sum(r.state * r.number), 0) AS "states:int"
FROM registration r WHERE r.gathering = :gathering;

--: many door_people(gathering int, after int)
-- Who may come in, in the order of their numbers.
SELECT r.id, r.number, r.name, r.state, r.arrived, r.code FROM registration r
WHERE r.gathering = :gathering AND r.number > :after AND r.state <> 2 ORDER BY r.number LIMIT 1000;
