-- Keeping the map right: who may, what there is already, the lists of the desk.
--: owns map_steward
--: reads service, service_text, organization, location, service_at_location, phone, map_source, map_area, person
--: include "features/map/map.h"
--: type service.status enum service_status
--: type service.kind enum service_kind
--: type service.assured day
--: type elsewhere bool
--: type all bool

-- ---- who may ----

--: count steward_has(person int, service int)
-- At how many places of an entry they do.
SELECT count(*) FROM service_at_location sl
JOIN location l ON l.id = sl.location
JOIN map_steward g ON g.area = l.area AND g.person = :person
WHERE sl.service = :service;

--: many stewards()
-- Who keeps which neighbourhood.
SELECT g.person, g.area, p.name, a.name AS "area_name:text" FROM map_steward g
JOIN person p ON p.id = g.person JOIN map_area a ON a.id = g.area ORDER BY a.name, p.name LIMIT 500;

--: maybe map_area_name(id int)
SELECT a.name FROM map_area a WHERE a.id = :id;

--: run steward_give(person int, area int)
INSERT INTO map_steward (person, area) VALUES (:person, :area) ON CONFLICT (person, area) DO NOTHING;

--: run steward_take(person int, area int)
DELETE FROM map_steward WHERE person = :person AND area = :area;

--: run steward_forget(person int)
-- Somebody left.
DELETE FROM map_steward WHERE person = :person;

-- ---- entries ----

--: many entries_after(after int, all bool, person int)
-- Entries in their order, behind one; of a steward those of their neighbourhoods.
SELECT s.id, s.slug, t.name, o.name AS "organization:text", s.status, s.kind, s.assured, c.elsewhere
FROM service s
JOIN service_text t ON t.service = s.id AND t.lang = 'nl'
JOIN organization o ON o.id = s.organization
JOIN map_source c ON c.id = s.source
WHERE s.id > :after AND (:all OR EXISTS (
    SELECT 1 FROM service_at_location sl JOIN location l ON l.id = sl.location
    JOIN map_steward g ON g.area = l.area AND g.person = :person WHERE sl.service = s.id))
ORDER BY s.id LIMIT 1000;

--: maybe entry_at(service int)
-- Which entry a page is about.
SELECT s.slug, t.name, s.status, s.kind, s.organization, o.name AS "organization_name:text",
       o.website AS "organization_website:text", c.slug AS "source:text",
       c.name AS "source_name:text", c.url, c.elsewhere
FROM service s
JOIN service_text t ON t.service = s.id AND t.lang = 'nl'
JOIN organization o ON o.id = s.organization
JOIN map_source c ON c.id = s.source
WHERE s.id = :service;

-- ---- what may be the same ----

--: part twin
SELECT s.id, s.slug, t.name, o.name AS "organization:text"
FROM service s
JOIN service_text t ON t.service = s.id AND t.lang = 'nl'
JOIN organization o ON o.id = s.organization

--: many twins_by_phone(dialled text, service int)
-- Entries with this number, written in any way.
{twin}
JOIN phone p ON p.service = s.id
WHERE replace(replace(replace(p.number, ' ', ''), '-', ''), '+31', '0') = :dialled AND s.id <> :service
LIMIT 20;

--: many twins_by_website(website text, service int) like twins_by_phone
-- Entries with this website; the address without a slash behind it, in small letters.
{twin}
WHERE rtrim(lower(s.website), '/') = :website AND s.id <> :service
LIMIT 20;

--: many twins_at(postal_code text, service int) like twins_by_phone
-- Entries in this postcode.
{twin}
JOIN service_at_location sl ON sl.service = s.id
JOIN location l ON l.id = sl.location
WHERE l.postal_code = :postal_code AND s.id <> :service
LIMIT 200;

--: many twins_around(south int, north int, west int, east int, service int) like twins_by_phone
-- Entries in a box of millionths of a degree.
{twin}
JOIN service_at_location sl ON sl.service = s.id
JOIN location l ON l.id = sl.location
WHERE l.latitude BETWEEN :south AND :north AND l.longitude BETWEEN :west AND :east AND s.id <> :service
LIMIT 400;
