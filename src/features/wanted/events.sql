-- A shared agenda of small events, and the organisations that connect.
--: owns small_event, partner
--: reads map_area, place, location
--: include "features/wanted/terms.h"
--: type made instant
--: type day day
--: type starts clock
--: type ends clock
--: type small_event.state enum event_state
--: type cancelled bool

--: part whole_event
SELECT e.id, e.made, e.title, e.body, e.organiser, e.place, e.area, e.day, e.starts, e.ends, e.state, e.cancelled,
       e.changes, a.name AS "area_name:text?", a.slug AS "area_slug:text?", p.slug AS "place_slug:text?"
FROM small_event e LEFT JOIN map_area a ON a.id = e.area LEFT JOIN place p ON p.id = e.at_place

--: many events_coming(from day)
-- What is public and still to come, in order of days.
{whole_event} WHERE e.state = 1 AND e.day >= :from ORDER BY e.day, e.id LIMIT 300;

--: many events_coming_in(area int, from day) like events_coming
-- The same of one neighbourhood.
{whole_event} WHERE e.area = :area AND e.state = 1 AND e.day >= :from ORDER BY e.day, e.id LIMIT 300;

--: many events_waiting(from day) like events_coming
-- For the desk to read.
{whole_event} WHERE e.state = 0 AND e.day >= :from ORDER BY e.day, e.id LIMIT 100;

--: maybe event_find(id int) like events_coming
{whole_event} WHERE e.id = :id;

--: maybe event_place(name text)
-- A place of the map by its name.
SELECT p.id, l.area FROM place p JOIN location l ON l.id = p.location WHERE p.name = :name AND p.shown = 1 LIMIT 1;

--: add event_add(made instant, title text, body text, organiser text, place text, at_place int?, area int?, day day,
--:     starts clock?, ends clock?, state enum event_state)
INSERT INTO small_event (made, title, body, organiser, place, at_place, area, day, starts, ends, state, cancelled,
    changes)
VALUES (:made, :title, :body, :organiser, :place, :at_place, :area, :day, :starts, :ends, :state, 0, 0);

--: run event_put(id int, title text, body text, organiser text, place text, at_place int?, area int?, day day,
--:     starts clock?, ends clock?, state enum event_state, cancelled bool)
UPDATE small_event SET title = :title, body = :body, organiser = :organiser, place = :place, at_place = :at_place,
    area = :area, day = :day, starts = :starts, ends = :ends, state = :state, cancelled = :cancelled,
    changes = changes + 1 WHERE id = :id;

--: run events_drop(before day)
-- What was proposed and never shown, once its day is over.
-- scan: at night
DELETE FROM small_event WHERE state <> 1 AND day < :before;

-- ---- partners ----

--: many partners()
SELECT p.id, p.name, p.about, p.role, p.contact, p.website, a.name AS "area_name:text?", a.slug AS "area_slug:text?"
FROM partner p LEFT JOIN map_area a ON a.id = p.area ORDER BY p.name, p.id LIMIT 300;

--: maybe partner_find(id int) like partners
SELECT p.id, p.name, p.about, p.role, p.contact, p.website, a.name AS "area_name:text?", a.slug AS "area_slug:text?"
FROM partner p LEFT JOIN map_area a ON a.id = p.area WHERE p.id = :id;

--: add partner_add(name text, about text, role text, contact text, website text, area int?)
INSERT INTO partner (name, about, role, contact, website, area)
VALUES (:name, :about, :role, :contact, :website, :area);

--: run partner_put(id int, name text, about text, role text, contact text, website text, area int?)
UPDATE partner SET name = :name, about = :about, role = :role, contact = :contact, website = :website,
    area = :area WHERE id = :id;

--: run partner_remove(id int)
DELETE FROM partner WHERE id = :id;
