-- A service as a row of a table: written and read back.
--: owns map_source, map_area, postcode, organization, service, service_text, location, service_at_location
--: owns phone, service_language, taxonomy_term, service_term, map_meaning, metadata
--: include "features/map/terms.h"
--: type service.status enum service_status
--: type service.kind enum service_kind
--: type service.assured day
--: type assured day
--: type free bool
--: type referral bool
--: type wheelchair bool
--: type elsewhere bool
--: type modified instant
--: type metadata.last_action_date instant
--: type last_action_type enum entry_act
--: type updated_by enum entry_by

-- ---- what a row leans on ----

--: maybe map_source_of(slug text)
SELECT s.id, s.name, s.url, s.elsewhere FROM map_source s WHERE s.slug = :slug;

--: add map_source_add(slug text, name text, url text, elsewhere bool)
INSERT INTO map_source (slug, name, url, elsewhere) VALUES (:slug, :name, :url, :elsewhere);

--: maybe map_area_of(slug text)
SELECT a.id, a.name FROM map_area a WHERE a.slug = :slug;

--: add map_area_add(slug text, name text)
INSERT INTO map_area (slug, name) VALUES (:slug, :name);

--: many map_areas()
-- Neighbourhoods by name.
SELECT a.id, a.slug, a.name, a.latitude, a.longitude FROM map_area a ORDER BY a.name LIMIT 2000;

--: run map_areas_place()
-- The middle of what stands in each.
-- scan: after many were loaded
UPDATE map_area SET
    latitude = (SELECT CAST(avg(l.latitude) AS INTEGER) FROM location l WHERE l.area = map_area.id AND l.latitude IS NOT NULL),
    longitude = (SELECT CAST(avg(l.longitude) AS INTEGER) FROM location l WHERE l.area = map_area.id AND l.latitude IS NOT NULL);

--: run postcodes_learn()
-- Where postcodes lie, from the places that are known. One that was loaded stays.
-- scan: after many were loaded
INSERT INTO postcode (code, latitude, longitude)
SELECT l.postal_code, CAST(avg(l.latitude) AS INTEGER), CAST(avg(l.longitude) AS INTEGER) FROM location l
WHERE l.postal_code <> '' AND l.latitude IS NOT NULL GROUP BY l.postal_code
ON CONFLICT (code) DO NOTHING;

--: run postcodes_learn_districts()
-- The same for all that begin with the same four digits.
-- scan: after many were loaded
-- sort: after many were loaded
INSERT INTO postcode (code, latitude, longitude)
SELECT substr(l.postal_code, 1, 4), CAST(avg(l.latitude) AS INTEGER), CAST(avg(l.longitude) AS INTEGER)
FROM location l
WHERE length(l.postal_code) >= 6 AND l.latitude IS NOT NULL GROUP BY substr(l.postal_code, 1, 4)
ON CONFLICT (code) DO NOTHING;

--: maybe postcode_at(code text)
SELECT p.latitude, p.longitude FROM postcode p WHERE p.code = :code;

--: count map_subjects_n()
SELECT count(*) FROM taxonomy_term t;

--: add map_subject_add(uuid text, code text, position int, name text, name_en text, question text, question_en text)
INSERT INTO taxonomy_term (uuid, code, position, name, name_en, question, question_en)
VALUES (:uuid, :code, :position, :name, :name_en, :question, :question_en);

--: many map_subjects()
-- Everything one can look under, in its order.
SELECT t.id, t.uuid, t.code, t.position, t.name, t.name_en, t.question, t.question_en
FROM taxonomy_term t ORDER BY t.position, t.id LIMIT 500;

--: maybe map_subject_of(code text)
SELECT t.id FROM taxonomy_term t WHERE t.code = :code;

-- ---- writing ----

--: maybe organization_of(source int, key text)
SELECT o.id, o.name FROM organization o WHERE o.source = :source AND o.source_key = :key;

--: add organization_add(uuid text, source int, key text, name text, now instant)
INSERT INTO organization (uuid, source, source_key, name, description, website, email, modified)
VALUES (:uuid, :source, :key, :name, '', '', '', :now);

--: maybe service_of(source int, key text)
SELECT s.id, s.slug FROM service s WHERE s.source = :source AND s.source_key = :key;

--: maybe service_slug_taken(slug text)
SELECT s.id FROM service s WHERE s.slug = :slug;

--: add service_add(uuid text, slug text, organization int, source int, key text, now instant)
INSERT INTO service (uuid, slug, organization, source, source_key, kind, status, website, email, modified)
VALUES (:uuid, :slug, :organization, :source, :key, 0, 0, '', '', :now);

--: run service_put(id int, organization int, kind enum service_kind, status enum service_status, website text, email text, free bool?,
--:     referral bool?, minimum_age int?, maximum_age int?, assured day?, now instant)
UPDATE service SET organization = :organization, kind = :kind, status = :status, website = :website,
    email = :email, free = :free, referral = :referral, minimum_age = :minimum_age,
    maximum_age = :maximum_age, assured = :assured, modified = :now WHERE id = :id;

--: run service_text_put(service int, lang text, name text, other_names text, description text, summary text, application text,
--:     fees text, eligibility text, arrival text, company text, alert text)
INSERT INTO service_text (service, lang, name, other_names, description, summary, application, fees,
    eligibility, arrival, company, alert)
VALUES (:service, :lang, :name, :other_names, :description, :summary, :application, :fees, :eligibility,
    :arrival, :company, :alert);

--: run service_texts_clear(service int)
DELETE FROM service_text WHERE service = :service;

--: run service_languages_clear(service int)
DELETE FROM service_language WHERE service = :service;

--: run service_language_add(service int, code text)
INSERT INTO service_language (service, code) VALUES (:service, :code) ON CONFLICT (service, code) DO NOTHING;

--: run service_terms_clear(service int)
DELETE FROM service_term WHERE service = :service;

--: run service_term_add(service int, term int)
INSERT INTO service_term (service, term) VALUES (:service, :term) ON CONFLICT (service, term) DO NOTHING;

--: run service_phones_clear(service int)
DELETE FROM phone WHERE service = :service;

--: run service_phone_add(service int, position int, number text, description text)
INSERT INTO phone (service, position, number, description) VALUES (:service, :position, :number, :description);

--: run service_places_clear(service int)
DELETE FROM service_at_location WHERE service = :service;

--: run service_place_add(uuid text, service int, location int, position int, hours text)
INSERT INTO service_at_location (uuid, service, location, position, hours)
VALUES (:uuid, :service, :location, :position, :hours);

--: maybe organization_with(uuid text)
SELECT o.id, o.source, o.name, o.description, o.website, o.email FROM organization o WHERE o.uuid = :uuid;

--: run organization_put(id int, name text, description text, website text, email text, now instant)
UPDATE organization SET name = :name, description = :description, website = :website, email = :email,
    modified = :now WHERE id = :id;

--: maybe service_with(uuid text)
SELECT s.id, s.source FROM service s WHERE s.uuid = :uuid;

--: maybe service_place_of(uuid text)
SELECT sl.id FROM service_at_location sl WHERE sl.uuid = :uuid;

--: count location_elsewhere(id int, source int)
-- Services of other sources there.
SELECT count(*) FROM service_at_location sl JOIN service s ON s.id = sl.service
WHERE sl.location = :id AND s.source <> :source;

--: maybe location_of(uuid text)
SELECT l.id FROM location l WHERE l.uuid = :uuid;

--: add location_add(uuid text, name text, address text, postal_code text, city text, area int?, latitude int?, longitude int?,
--:     transportation text, wheelchair bool?, accessibility text)
INSERT INTO location (uuid, name, address, postal_code, city, area, latitude, longitude, transportation,
    wheelchair, accessibility)
VALUES (:uuid, :name, :address, :postal_code, :city, :area, :latitude, :longitude, :transportation,
    :wheelchair, :accessibility);

--: run location_change(id int, name text, address text, postal_code text, city text, area int?, latitude int?, longitude int?,
--:     transportation text, wheelchair bool?, accessibility text)
-- Of one that nothing else stands at.
UPDATE location SET name = :name, address = :address, postal_code = :postal_code, city = :city, area = :area,
    latitude = :latitude, longitude = :longitude, transportation = :transportation, wheelchair = :wheelchair,
    accessibility = :accessibility WHERE id = :id;

-- ---- reading it back ----

--: stream service_rows(from int)
-- Services of every source from an id on.
SELECT s.id FROM service s WHERE s.id >= :from ORDER BY s.id;

--: maybe service_row(id int)
SELECT s.uuid, s.slug, s.source_key, s.kind, s.status, s.website, s.email, s.free, s.referral,
       s.minimum_age, s.maximum_age, s.assured, s.modified, o.id AS "organization_id:int",
       o.uuid AS "organization_uuid:text", o.name AS "organization:text", o.website AS "organization_website:text",
       o.description AS "organization_description:text",
       c.slug AS "source:text", c.name AS "source_name:text", c.elsewhere
FROM service s JOIN organization o ON o.id = s.organization JOIN map_source c ON c.id = s.source
WHERE s.id = :id;

--: maybe service_row_text(service int, lang text)
SELECT t.name, t.other_names, t.description, t.summary, t.application, t.fees, t.eligibility, t.arrival,
       t.company, t.alert
FROM service_text t WHERE t.service = :service AND t.lang = :lang;

--: many service_row_places(service int)
SELECT sl.uuid, sl.hours, l.uuid AS "location_uuid:text", l.name, l.address, l.postal_code, l.city, l.area,
       a.name AS "area_name:text?", a.slug AS "area_slug:text?", l.latitude, l.longitude, l.transportation, l.wheelchair, l.accessibility
FROM service_at_location sl JOIN location l ON l.id = sl.location
LEFT JOIN map_area a ON a.id = l.area
WHERE sl.service = :service ORDER BY sl.position LIMIT 50;

--: many service_row_phones(service int)
SELECT p.number, p.description FROM phone p WHERE p.service = :service ORDER BY p.position LIMIT 20;

--: many service_row_languages(service int)
SELECT l.code FROM service_language l WHERE l.service = :service ORDER BY l.code LIMIT 40;

--: many service_row_terms(service int)
-- sort: a few
SELECT t.uuid, t.code, t.name, t.name_en, t.position FROM service_term st JOIN taxonomy_term t ON t.id = st.term
WHERE st.service = :service ORDER BY t.position, t.id LIMIT 20;

--: count services_listed()
-- Services on the map.
SELECT count(*) FROM service s WHERE s.status IN (0, 3);

--: count services_confirmed(since day)
-- Those of them that were confirmed on that day or later.
SELECT count(*) FROM service s WHERE s.assured >= :since AND s.status IN (0, 3);

--: maybe service_named(slug text)
SELECT s.id, s.status FROM service s WHERE s.slug = :slug;

-- ---- residents' words ----

--: many map_meanings()
-- The city's own list of residents' words.
SELECT m.id, m.said, m.means FROM map_meaning m ORDER BY m.said LIMIT 5000;

--: maybe map_meaning_find(id int)
SELECT m.said, m.means FROM map_meaning m WHERE m.id = :id;

--: maybe map_meaning_said(said text)
SELECT m.means FROM map_meaning m WHERE m.said = :said;

--: run map_meaning_put(said text, means text)
INSERT INTO map_meaning (said, means) VALUES (:said, :means)
ON CONFLICT (said) DO UPDATE SET means = excluded.means;

--: run map_meaning_remove(id int)
DELETE FROM map_meaning WHERE id = :id;

-- ---- what was changed ----

--: run metadata_add(service int, now instant, act enum entry_act, field text, previous text, replacement text,
--:     by enum entry_by)
INSERT INTO metadata (service, last_action_date, last_action_type, field_name, previous_value,
    replacement_value, updated_by)
VALUES (:service, :now, :act, :field, :previous, :replacement, :by);

--: many metadata_of(service int, below int)
-- What was done to an entry, newest first.
SELECT m.id, m.last_action_date, m.last_action_type, m.field_name, m.previous_value, m.replacement_value,
       m.updated_by
FROM metadata m WHERE m.service = :service AND m.id < :below ORDER BY m.id DESC LIMIT 100;

--: run metadata_tidy(before instant)
-- What stood there is emptied; that it was changed stays.
UPDATE metadata SET previous_value = '', replacement_value = ''
WHERE last_action_date < :before AND (previous_value <> '' OR replacement_value <> '');

--: run location_area_set(location int, area int)
UPDATE location SET area = :area WHERE id = :location;
