-- Places where people can meet, and their spaces.
--: owns place, place_keeper, space
--: reads location, map_area, service_at_location, service, service_text, space_quarter
--: include "features/places/terms.h"
--: type space.kind enum space_kind
--: type entry enum space_entry
--: type wheelchair bool
--: type toilet bool
--: type hearing_loop bool
--: type free bool
--: type shown bool
--: type closed bool
--: type day day

--: many spaces_found()
-- Every space that can be found, by place.
SELECT s.id, s.place, p.slug AS "place_slug:text", p.name AS "place_name:text", p.keeper, l.address,
       l.area, a.name AS "area_name:text?", s.name, s.kind, s.capacity, s.wheelchair, s.free, s.hours
FROM place p JOIN location l ON l.id = p.location JOIN space s ON s.place = p.id
LEFT JOIN map_area a ON a.id = l.area
WHERE p.shown = 1 AND s.closed = 0 ORDER BY p.name, p.id, s.position, s.id LIMIT 5000;

--: stream quarters_between(from day, until day)
-- What is taken on these days, the last not counted.
SELECT q.space, q.day, q.quarter FROM space_quarter q WHERE q.day >= :from AND q.day < :until
ORDER BY q.day, q.space, q.quarter;

--: many quarters_of_space(space int, from day, until day)
-- The same of one space: eight days at most.
SELECT q.day, q.quarter FROM space_quarter q WHERE q.space = :space AND q.day >= :from AND q.day < :until
ORDER BY q.day, q.quarter LIMIT 768;

--: maybe place_named(slug text)
SELECT p.id, p.location, p.slug, p.name, p.about, p.keeper, p.shown, p.version, l.address, l.postal_code, l.city,
       a.name AS "area_name:text?", a.slug AS "area_slug:text?", l.transportation, l.accessibility
FROM place p JOIN location l ON l.id = p.location LEFT JOIN map_area a ON a.id = l.area
WHERE p.slug = :slug;

--: maybe place_find(id int) like place_named
SELECT p.id, p.location, p.slug, p.name, p.about, p.keeper, p.shown, p.version, l.address, l.postal_code, l.city,
       a.name AS "area_name:text?", a.slug AS "area_slug:text?", l.transportation, l.accessibility
FROM place p JOIN location l ON l.id = p.location LEFT JOIN map_area a ON a.id = l.area
WHERE p.id = :id;

--: maybe place_keyed(key text)
SELECT p.id, p.location, p.slug FROM place p WHERE p.source_key = :key;

--: maybe place_key(id int)
SELECT p.source_key FROM place p WHERE p.id = :id;

--: many place_spaces(place int)
SELECT s.id, s.slug, s.name, s.kind, s.capacity, s.equipment, s.wheelchair, s.toilet, s.hearing_loop, s.free,
       s.cost, s.who_may, s.entry, s.hours, s.closed
FROM space s WHERE s.place = :place ORDER BY s.position, s.id LIMIT 60;

--: maybe space_named(place int, slug text) like place_spaces
SELECT s.id, s.slug, s.name, s.kind, s.capacity, s.equipment, s.wheelchair, s.toilet, s.hearing_loop, s.free,
       s.cost, s.who_may, s.entry, s.hours, s.closed
FROM space s WHERE s.place = :place AND s.slug = :slug;

--: maybe space_find(place int, id int) like place_spaces
SELECT s.id, s.slug, s.name, s.kind, s.capacity, s.equipment, s.wheelchair, s.toilet, s.hearing_loop, s.free,
       s.cost, s.who_may, s.entry, s.hours, s.closed
FROM space s WHERE s.place = :place AND s.id = :id;

--: many place_services(postal_code text, address text)
-- Who offers something at this address.
-- sort: a few
SELECT DISTINCT s.slug, t.name FROM location l JOIN service_at_location sl ON sl.location = l.id
JOIN service s ON s.id = sl.service JOIN service_text t ON t.service = s.id AND t.lang = 'nl'
WHERE l.postal_code = :postal_code AND l.address = :address AND l.address <> '' AND s.status IN (0, 3)
ORDER BY t.name LIMIT 20;

--: count places_n()
SELECT count(*) FROM place p WHERE p.shown = 1;

-- ---- the desk ----

--: many places_all(after text)
-- By name, fifty at a time.
SELECT p.id, p.slug, p.name, p.keeper, p.shown, l.address, a.name AS "area_name:text?",
       (SELECT count(*) FROM space s WHERE s.place = p.id) AS "spaces:int"
FROM place p JOIN location l ON l.id = p.location LEFT JOIN map_area a ON a.id = l.area
WHERE p.slug > :after ORDER BY p.slug LIMIT 50;

--: maybe place_where(id int)
SELECT l.latitude, l.longitude FROM place p JOIN location l ON l.id = p.location WHERE p.id = :id;

--: maybe place_keeper_of(place int)
SELECT k.name, k.email FROM place_keeper k WHERE k.place = :place;

--: add place_add(location int, slug text, key text, name text)
INSERT INTO place (location, slug, source_key, name, about, keeper, shown, version)
VALUES (:location, :slug, :key, :name, '', '', 1, 0);

--: run place_put(id int, name text, about text, keeper text, shown bool)
UPDATE place SET name = :name, about = :about, keeper = :keeper, shown = :shown, version = version + 1
WHERE id = :id;

--: run place_changed(id int)
UPDATE place SET version = version + 1 WHERE id = :id;

--: run place_keeper_put(place int, name text, email text)
INSERT INTO place_keeper (place, name, email) VALUES (:place, :name, :email)
ON CONFLICT (place) DO UPDATE SET name = excluded.name, email = excluded.email;

--: count spaces_last(place int)
SELECT coalesce(max(s.position), 0) FROM space s WHERE s.place = :place;

--: add space_add(place int, slug text, position int, name text)
INSERT INTO space (place, slug, position, name, kind, equipment, cost, who_may, entry, hours, closed)
VALUES (:place, :slug, :position, :name, 0, '', '', '', 0, '', 0);

--: run space_put(id int, name text, kind enum space_kind, capacity int?, equipment text, wheelchair bool?, toilet bool?,
--:     hearing_loop bool?, free bool?, cost text, who_may text, entry enum space_entry, hours text, closed bool)
UPDATE space SET name = :name, kind = :kind, capacity = :capacity, equipment = :equipment,
    wheelchair = :wheelchair, toilet = :toilet, hearing_loop = :hearing_loop, free = :free, cost = :cost,
    who_may = :who_may, entry = :entry, hours = :hours, closed = :closed WHERE id = :id;

-- ---- the table ----

--: stream place_rows(from int)
SELECT p.id, p.source_key, p.name, p.about, p.keeper, p.shown, p.location,
       coalesce((SELECT k.name FROM place_keeper k WHERE k.place = p.id), '') AS "keeper_name:text",
       coalesce((SELECT k.email FROM place_keeper k WHERE k.place = p.id), '') AS "keeper_email:text",
       l.address, l.postal_code, l.city, a.name AS "area_name:text?", l.latitude, l.longitude, l.transportation,
       l.accessibility
FROM place p JOIN location l ON l.id = p.location LEFT JOIN map_area a ON a.id = l.area
WHERE p.id >= :from ORDER BY p.id;
