-- Who sits where at a gathering.
--: owns seat, seating_plan
--: reads registration, registration_need, registration_theme, registration_wish, tables, table_plan
--: reads theme_text, gathering, dialogue
--: type wheelchair bool
--: type apart bool
--: type fixed bool
--: type proposes bool

--: many seating_people(gathering int, after int)
-- Everybody who comes, a thousand at a time, behind number `after`.
SELECT r.id, r.number, r.name, r.neighbourhood, r.age, r.comes_as,
       coalesce(n.wheelchair, 0) AS "wheelchair:bool", coalesce(n.interpreter, '') AS "interpreter:text"
FROM registration r LEFT JOIN registration_need n ON n.registration = r.id
WHERE r.gathering = :gathering AND r.state = 0 AND r.number > :after ORDER BY r.number LIMIT 1000;

--: many seating_wishes(gathering int, after int, until int)
-- The themes they like, of numbers behind `after` up to `until`.
SELECT t.registration, t.rank, t.theme FROM registration r
JOIN registration_theme t ON t.registration = r.id
WHERE r.gathering = :gathering AND r.state = 0 AND r.number > :after AND r.number <= :until
ORDER BY r.number, t.rank LIMIT 3000;

--: many seating_pairs(gathering int)
-- Who likes to sit with whom, or not, as far as it is known who that is.
SELECT w.registration, w.apart, w.other FROM registration r
JOIN registration_wish w ON w.registration = r.id
WHERE r.gathering = :gathering AND r.state = 0 AND w.other IS NOT NULL
ORDER BY r.number, w.id LIMIT 10000;

--: many seating_tables(gathering int, lang text)
-- Its tables, round by round; one that nobody planned has eight seats.
SELECT t.id, t.round, t.number, t.theme, t.place, x.title, coalesce(p.seats, 8) AS "seats:int",
       coalesce(p.wheelchairs, 0) AS "wheelchairs:int", coalesce(p.interpreter, '') AS "interpreter:text"
FROM tables t
JOIN theme_text x ON x.theme = t.theme AND x.lang = :lang
LEFT JOIN table_plan p ON p.at_table = t.id
WHERE t.gathering = :gathering ORDER BY t.round, t.number LIMIT 2000;

--: many seating_seats(gathering int, after int, until int)
-- Where they sit, of numbers behind `after` up to `until`.
SELECT s.registration, s.round, s.at_table, s.fixed FROM registration r
JOIN seat s ON s.registration = r.id
WHERE r.gathering = :gathering AND r.state = 0 AND r.number > :after AND r.number <= :until
ORDER BY r.number, s.round LIMIT 24000;

--: one seating_lang(gathering int)
-- In which language its themes have their titles for sure.
SELECT d.lang FROM gathering g JOIN dialogue d ON d.id = g.dialogue WHERE g.id = :gathering;

--: maybe seating_plan_get(gathering int)
SELECT proposes, seed, wishes, twice, meeting, mixing, together, filling
FROM seating_plan WHERE gathering = :gathering;

--: run seating_plan_put(gathering int, proposes bool, seed int, wishes int, twice int, meeting int, mixing int, together int, filling int)
INSERT INTO seating_plan (gathering, proposes, seed, wishes, twice, meeting, mixing, together, filling)
VALUES (:gathering, :proposes, :seed, :wishes, :twice, :meeting, :mixing, :together, :filling)
ON CONFLICT (gathering) DO UPDATE SET proposes = excluded.proposes, seed = excluded.seed,
    wishes = excluded.wishes, twice = excluded.twice, meeting = excluded.meeting,
    mixing = excluded.mixing, together = excluded.together, filling = excluded.filling;

--: run seat_put(registration int, round int, at_table int?, fixed bool)
-- Of nobody who cancelled meanwhile.
INSERT INTO seat (registration, round, at_table, fixed)
SELECT r.id, :round, :at_table, :fixed FROM registration r WHERE r.id = :registration AND r.state = 0
ON CONFLICT (registration, round) DO UPDATE SET at_table = excluded.at_table, fixed = excluded.fixed;

--: run seat_propose(registration int, round int, at_table int)
-- A proposal leaves alone what is fixed, and who is not there.
INSERT INTO seat (registration, round, at_table, fixed)
SELECT r.id, :round, t.id, 0 FROM registration r, tables t
WHERE r.id = :registration AND r.state = 0 AND t.id = :at_table AND t.round = :round
ON CONFLICT (registration, round) DO UPDATE SET at_table = excluded.at_table
    WHERE seat.fixed = 0 AND seat.at_table IS NOT NULL;

--: run seat_clear(registration int, round int)
DELETE FROM seat WHERE registration = :registration AND round = :round;

--: run seats_clear(gathering int)
-- All that is not fixed; who is not there stays so.
DELETE FROM seat WHERE fixed = 0 AND at_table IS NOT NULL
AND registration IN (SELECT r.id FROM registration r WHERE r.gathering = :gathering);

--: count seats_missing(gathering int)
-- How many would come, did not come in yet, and still have a seat or wait for one.
SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state = 0 AND r.arrived IS NULL
AND EXISTS (SELECT 1 FROM tables t LEFT JOIN seat s ON s.registration = r.id AND s.round = t.round
            WHERE t.gathering = :gathering AND (s.registration IS NULL OR s.at_table IS NOT NULL));

--: count seats_away(gathering int)
-- How many are not there because they did not come in.
SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND EXISTS
    (SELECT 1 FROM seat s WHERE s.registration = r.id AND s.at_table IS NULL AND s.fixed = 0);

--: count seats_inside(gathering int)
-- How many came in.
SELECT count(r.arrived) FROM registration r WHERE r.gathering = :gathering AND r.state = 0;

--: run seats_free(gathering int)
-- Who did not come in is not there, in no round; what they were given by hand goes too.
INSERT INTO seat (registration, round, at_table, fixed)
SELECT r.id, t.round, NULL, 0 FROM registration r
JOIN (SELECT DISTINCT round FROM tables WHERE gathering = :gathering) t
WHERE r.gathering = :gathering AND r.state = 0 AND r.arrived IS NULL
ON CONFLICT (registration, round) DO UPDATE SET at_table = NULL, fixed = 0 WHERE seat.at_table IS NOT NULL;

--: run seats_free_undo(gathering int)
-- They may still come: they have no seat yet.
DELETE FROM seat WHERE at_table IS NULL AND fixed = 0
AND registration IN (SELECT r.id FROM registration r WHERE r.gathering = :gathering);

--: run seats_forget(before day)
-- After its gathering nobody needs to know any more who sat where.
DELETE FROM seat WHERE registration IN
    (SELECT r.id FROM gathering g CROSS JOIN registration r ON r.gathering = g.id WHERE g.day < :before);
