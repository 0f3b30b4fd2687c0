-- Requests to use a space, their dates, and the quarters that are taken.
--: owns space_request, space_date, space_quarter
--: reads space, place, place_keeper, location
--: include "features/places/terms.h"
--: type made instant
--: type decided instant
--: type repeats enum repeats
--: type space_request.state enum request_state
--: type space_date.state enum date_state
--: type kind enum space_kind
--: type entry enum space_entry
--: type first day
--: type last day
--: type day day
--: type began day
--: type closed bool
--: type shown bool

--: part whole_request
r.id, r.space, r.made, r.lang AS "speaks:text", r.name, r.email, r.purpose, r.people, r.repeats, r.starts, r.ends,
       r.first, r.last, r.state, r.reason, r.decided, s.name AS "space_name:text", s.entry, p.id AS "place:int",
       p.slug AS "place_slug:text", p.name AS "place_name:text", l.address, l.city,
       coalesce((SELECT k.email FROM place_keeper k WHERE k.place = p.id), '') AS "keeper_email:text"
FROM space_request r JOIN space s ON s.id = r.space JOIN place p ON p.id = s.place
JOIN location l ON l.id = p.location

--: maybe request_by_code(code bytes)
-- By the code of the one who asks.
SELECT {whole_request} WHERE r.code = :code;

--: maybe request_by_keeper(code bytes) like request_by_code
-- By the code in the mail to the keeper.
SELECT {whole_request} WHERE r.keeper_code = :code;

--: maybe request_find(id int) like request_by_code
SELECT {whole_request} WHERE r.id = :id;

--: many request_dates(request int)
SELECT d.day, d.state FROM space_date d WHERE d.request = :request ORDER BY d.day LIMIT 60;

--: many requests_in(state enum request_state, after int)
-- Oldest first, fifty at a time.
SELECT r.id, r.made, r.name, r.people, r.repeats, r.starts, r.ends, r.first, r.last, s.name AS "space_name:text",
       p.name AS "place_name:text"
FROM space_request r JOIN space s ON s.id = r.space JOIN place p ON p.id = s.place
WHERE r.state = :state AND r.id > :after ORDER BY r.id LIMIT 50;

--: count requests_n(state enum request_state)
SELECT count(*) FROM space_request r WHERE r.state = :state;

--: add request_add(space int, made instant, lang text, name text, email text, purpose text, people int,
--:     repeats enum repeats, starts int, ends int, first day, last day)
INSERT INTO space_request (space, made, lang, name, email, purpose, people, repeats, starts, ends, first, last,
    state, reason)
VALUES (:space, :made, :lang, :name, :email, :purpose, :people, :repeats, :starts, :ends, :first, :last, 0, '');

--: run request_coded(id int, code bytes, keeper bytes)
UPDATE space_request SET code = :code, keeper_code = :keeper WHERE id = :id;

--: run request_stands(id int, state enum request_state)
UPDATE space_request SET state = :state WHERE id = :id;

--: run request_answered(id int, state enum request_state, reason text, now instant)
UPDATE space_request SET state = :state, reason = :reason, decided = :now WHERE id = :id;

--: run date_add(request int, day day)
INSERT INTO space_date (request, day, state) VALUES (:request, :day, 0);

--: run date_stands(request int, day day, state enum date_state)
UPDATE space_date SET state = :state WHERE request = :request AND day = :day;

--: count quarters_busy(space int, day day, from int, until int)
-- Of a day, `until` not counted.
SELECT count(*) FROM space_quarter q
WHERE q.space = :space AND q.day = :day AND q.quarter >= :from AND q.quarter < :until;

--: run quarter_take(space int, day day, quarter int, request int, began day)
-- ERR_CLASH when it is taken: the key of the table is the last word on that.
INSERT INTO space_quarter (space, day, quarter, request, began) VALUES (:space, :day, :quarter, :request, :began);

--: run quarters_give_back(request int, began day)
DELETE FROM space_quarter WHERE request = :request AND began = :began;

-- ---- what is past its end date ----

--: run requests_drop(before instant)
-- What was never confirmed.
DELETE FROM space_request WHERE state = 0 AND made < :before;

--: run requests_forget(before day)
-- Who asked, and what for. What was used is still counted.
UPDATE space_request SET name = '', email = '', purpose = '', reason = '', code = NULL, keeper_code = NULL
WHERE last < :before AND name <> '';
