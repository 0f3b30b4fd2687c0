-- The index of the map: what is read to make it, and what is kept.
--: owns map_posting, map_facts, map_vocabulary, map_state
--: reads service, service_text, organization, location, service_at_location, service_language
--: reads service_term, taxonomy_term, map_area, map_owner, entry_call
--: include "features/map/terms.h"
--: type service.status enum service_status
--: type service.kind enum service_kind
--: type service.assured day
--: type free bool
--: type referral bool
--: type wheelchair bool

--: stream map_entries(from int, until int)
-- Services of a range of ids, with what is needed to find them, in the order of their ids.
SELECT s.id, s.kind, s.status, s.free, s.referral, s.minimum_age, s.maximum_age, s.assured,
       s.organization, o.name AS "by_name:text",
       s.kind = 1 AND NOT EXISTS (SELECT 1 FROM map_owner w WHERE w.organization = s.organization AND w.sure > 0)
           AND (SELECT count(*) FROM entry_call k WHERE k.service = s.id AND k.outcome = 3
                AND k.day > coalesce(s.assured, 0)) < 2 AS "spared:bool"
FROM service s JOIN organization o ON o.id = s.organization
WHERE s.id >= :from AND s.id < :until ORDER BY s.id;

--: many map_entry_texts(service int)
-- Its words, in each language.
SELECT t.lang, t.name, t.other_names, t.description, t.summary, t.eligibility, t.arrival
FROM service_text t WHERE t.service = :service LIMIT 8;

--: many map_entry_places(service int)
-- Where and when it is.
SELECT sl.hours, l.address, l.postal_code, l.area, a.name AS "area_name:text?", l.latitude, l.longitude,
       l.wheelchair
FROM service_at_location sl JOIN location l ON l.id = sl.location
LEFT JOIN map_area a ON a.id = l.area
WHERE sl.service = :service ORDER BY sl.position LIMIT 50;

--: many map_entry_terms(service int)
-- What it is filed under.
SELECT t.position, t.name, t.name_en, t.question, t.question_en
FROM service_term st JOIN taxonomy_term t ON t.id = st.term WHERE st.service = :service LIMIT 20;

--: many map_entry_languages(service int)
SELECT l.code FROM service_language l WHERE l.service = :service LIMIT 40;

--: count map_highest()
-- The highest id of a service.
-- scan: the end of the table, in one step
SELECT max(s.id) FROM service s;

--: count map_listed()
-- Services that can be found.
SELECT count(*) FROM service s WHERE s.status IN (0, 3);

-- ---- the lists of terms ----

--: run map_postings_clear()
-- scan: when the index is made
DELETE FROM map_posting;

--: run map_posting_put(term int, chunk int, entries bytes)
INSERT INTO map_posting (term, chunk, entries) VALUES (:term, :chunk, :entries)
ON CONFLICT (term, chunk) DO UPDATE SET entries = excluded.entries;

--: run map_posting_remove(term int, chunk int)
DELETE FROM map_posting WHERE term = :term AND chunk = :chunk;

--: maybe map_posting_get(term int, chunk int)
SELECT p.entries FROM map_posting p WHERE p.term = :term AND p.chunk = :chunk;

--: many map_postings(term int)
-- Every list of a term.
SELECT p.chunk, p.entries FROM map_posting p WHERE p.term = :term ORDER BY p.chunk LIMIT 2500;

--: count map_term_there(term int)
-- 1 when it stands in any service.
SELECT EXISTS (SELECT 1 FROM map_posting p WHERE p.term = :term) AS "there:int" LIMIT 1;

-- ---- facts ----

--: run map_facts_clear()
DELETE FROM map_facts;

--: run map_facts_put(chunk int, facts bytes, hours bytes)
INSERT INTO map_facts (chunk, facts, hours) VALUES (:chunk, :facts, :hours)
ON CONFLICT (chunk) DO UPDATE SET facts = excluded.facts, hours = excluded.hours;

--: maybe map_facts_get(chunk int)
SELECT f.facts, f.hours FROM map_facts f WHERE f.chunk = :chunk;

-- ---- words ----

--: run map_vocabulary_clear()
DELETE FROM map_vocabulary;

--: run map_vocabulary_put(length int, words bytes)
INSERT INTO map_vocabulary (length, words) VALUES (:length, :words)
ON CONFLICT (length) DO UPDATE SET words = excluded.words;

--: maybe map_vocabulary_get(length int)
SELECT v.words FROM map_vocabulary v WHERE v.length = :length;

--: run map_state_put(made int, entries int, highest int, meanings bytes)
INSERT INTO map_state (id, made, entries, highest, meanings)
VALUES (1, :made, :entries, :highest, :meanings)
ON CONFLICT (id) DO UPDATE SET made = excluded.made, entries = excluded.entries,
    highest = excluded.highest, meanings = excluded.meanings;

--: maybe map_state_get()
SELECT s.made, s.entries, s.highest, s.meanings FROM map_state s WHERE s.id = 1;
