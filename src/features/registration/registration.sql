-- Registrations: what other features ask of them.
--: owns registration, registration_need, registration_theme, registration_wish
--: include "features/registration/registration.h"
--: type registration.made instant
--: type registration.arrived instant
--: type registration.channel enum registered_by
--: type registration.state enum registration_state
--: type registration.age enum age_group
--: type registration.comes_as enum comes_as
--: type again bool
--: type wheelchair bool
--: type apart bool

--: many registrations_of(gathering int, after int)
-- Everybody who did not cancel, in the order they registered; a thousand at a time, behind number `after`.
SELECT r.id, r.number, r.name, r.email, r.phone, r.lang, r.state, r.neighbourhood, r.age, r.comes_as, r.again,
       r.arrived, coalesce(n.wheelchair, 0) AS "wheelchair:bool",
       coalesce(n.interpreter, '') AS "interpreter:text", coalesce(n.childcare, 0) AS "childcare:int",
       coalesce(n.diet, '') AS "diet:text"
FROM registration r
LEFT JOIN registration_need n ON n.registration = r.id
WHERE r.gathering = :gathering AND r.number > :after AND r.state <> 2 ORDER BY r.number LIMIT 1000;

--: many registration_themes_in(gathering int, after int)
-- The themes they prefer, of the registrations behind number `after`.
SELECT t.registration, t.rank, t.theme FROM registration r
JOIN registration_theme t ON t.registration = r.id
WHERE r.gathering = :gathering AND r.number > :after AND r.state <> 2
ORDER BY r.number, t.rank LIMIT 3000;

--: many registration_wishes_in(gathering int)
-- Who likes to sit with whom, or not, as far as it is known who that is.
SELECT w.registration, w.apart, w.other FROM registration r
JOIN registration_wish w ON w.registration = r.id
WHERE r.gathering = :gathering AND r.state <> 2 AND w.other IS NOT NULL
ORDER BY r.number, w.id LIMIT 12000;
