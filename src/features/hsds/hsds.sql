-- The map as others ask for it (HSDS): which there are, in the order of their ids. What is not active for now
-- (status 1) is shown to nobody; of it and of what stopped (2) only the id is told.
--: reads service, organization, location, service_at_location, service_term, taxonomy_term, map_facts, map_source
--: include "features/map/map.h"
--: type service.status enum service_status
--: type modified instant
--: type wheelchair bool

-- ---- services ----

--: count hsds_highest()
-- scan: the end of the table, in one step
SELECT max(s.id) FROM service s;

--: many kept hsds_service_counts()
-- How many there are of each 256 ids.
-- sort: kept until a service is written
SELECT s.id / 256 AS "bucket:int", count(*) AS "n:int" FROM service s WHERE s.status IN (0, 2, 3)
GROUP BY s.id / 256 ORDER BY s.id / 256 LIMIT 40000;

--: many hsds_service_ids(from int)
SELECT s.id FROM service s WHERE s.id >= :from AND s.status <> 1 ORDER BY s.id LIMIT 512;

--: stream hsds_ages(status enum service_status)
-- Everything of a status, with the ages it is for.
SELECT s.id, s.minimum_age, s.maximum_age FROM service s WHERE s.status = :status ORDER BY s.id;

--: maybe hsds_service_of(uuid text)
SELECT s.id, s.status, s.modified FROM service s WHERE s.uuid = :uuid;

--: maybe hsds_service_line(id int)
SELECT s.uuid, s.status, s.modified FROM service s WHERE s.id = :id;

--: maybe hsds_newest()
SELECT s.modified FROM service s ORDER BY s.modified DESC, s.id DESC LIMIT 1;

--: stream hsds_of_term(term int)
SELECT st.service FROM service_term st WHERE st.term = :term ORDER BY st.service;

--: stream hsds_of_any_term()
-- scan: one index; who asks for the whole taxonomy asks for nearly everything
SELECT st.service FROM service_term st ORDER BY st.service;

--: stream hsds_of_organization(organization int)
SELECT s.id FROM service s WHERE s.organization = :organization ORDER BY s.id;

--: stream hsds_modified(since instant)
SELECT s.id FROM service s WHERE s.modified >= :since ORDER BY s.modified, s.id;

--: stream hsds_hours()
-- When everything on the map is open, as features/map/facts.h keeps it.
SELECT f.chunk, f.hours FROM map_facts f ORDER BY f.chunk;

-- ---- at a place ----

--: many kept hsds_place_counts()
-- How many there are of each 256 ids of services.
-- scan: one index, kept until a service is written
-- sort: the same
SELECT sl.service / 256 AS "bucket:int", count(*) AS "n:int" FROM service_at_location sl
JOIN service s ON s.id = sl.service WHERE s.status <> 1
GROUP BY sl.service / 256 ORDER BY sl.service / 256 LIMIT 40000;

--: many hsds_place_ids(from int)
SELECT sl.id, sl.service FROM service_at_location sl JOIN service s ON s.id = sl.service
WHERE sl.service >= :from AND s.status <> 1 ORDER BY sl.service, sl.position LIMIT 14000;

--: count hsds_highest_place()
-- scan: the end of the table, in one step
SELECT max(sl.id) FROM service_at_location sl;

--: many hsds_place_next(from int)
-- A piece of them, from a service on.
SELECT sl.id, sl.service FROM service_at_location sl JOIN service s ON s.id = sl.service
WHERE sl.service >= :from AND s.status <> 1 ORDER BY sl.service, sl.position LIMIT 200;

--: stream hsds_places()
-- scan: one index, beside a set of services
SELECT sl.id, sl.service FROM service_at_location sl ORDER BY sl.service, sl.position;

--: stream hsds_near(south int, north int, west int, east int)
SELECT sl.id, sl.service, l.latitude, l.longitude FROM location l
JOIN service_at_location sl ON sl.location = l.id
WHERE l.latitude >= :south AND l.latitude <= :north AND l.longitude >= :west AND l.longitude <= :east;

--: maybe hsds_place_of(uuid text)
SELECT sl.id, sl.service, s.status, s.modified FROM service_at_location sl JOIN service s ON s.id = sl.service
WHERE sl.uuid = :uuid;

--: maybe hsds_place_line(id int)
SELECT sl.uuid, sl.service FROM service_at_location sl WHERE sl.id = :id;

-- ---- organisations ----

--: many kept hsds_organization_counts()
-- How many there are of each 256 ids.
-- scan: one index, kept until a service is written
-- sort: the same
SELECT o.id / 256 AS "bucket:int", count(*) AS "n:int" FROM organization o
WHERE EXISTS (SELECT 1 FROM service s WHERE s.organization = o.id AND s.status <> 1)
GROUP BY o.id / 256 ORDER BY o.id / 256 LIMIT 40000;

--: many hsds_organization_ids(from int)
SELECT o.id FROM organization o
WHERE o.id >= :from AND EXISTS (SELECT 1 FROM service s WHERE s.organization = o.id AND s.status <> 1)
ORDER BY o.id LIMIT 512;

--: stream hsds_organizations()
-- Who offers what, by organisation.
-- scan: one index, beside a set of services
SELECT s.organization, s.id FROM service s ORDER BY s.organization, s.id;

--: maybe hsds_organization_of(uuid text)
SELECT o.id, o.modified FROM organization o
WHERE o.uuid = :uuid AND EXISTS (SELECT 1 FROM service s WHERE s.organization = o.id AND s.status <> 1);

--: maybe hsds_organization(id int)
SELECT o.uuid, o.name, o.description, o.website, o.email, o.modified FROM organization o WHERE o.id = :id;

--: many hsds_offers(organization int)
-- What an organisation offers; more than this is asked for by organization_id.
SELECT s.id FROM service s WHERE s.organization = :organization AND s.status <> 1 ORDER BY s.id LIMIT 250;

-- ---- subjects ----

--: many kept hsds_terms()
SELECT t.id, t.uuid, t.code, t.name, t.name_en, t.question, t.question_en, p.uuid AS "parent:text?"
FROM taxonomy_term t LEFT JOIN taxonomy_term p ON p.id = t.parent ORDER BY t.position, t.id LIMIT 500;
