-- Who offers something: whom we ask, what they answered, and who is called.
--: owns map_owner, owner_asking, owner_answer, entry_call
--: reads organization, service, service_text, phone, map_source, service_at_location, location, map_steward
--: include "features/map/map.h"
--: include "features/upkeep/state.h"
--: include "web/mail.h"
--: type service.status enum service_status
--: type service.kind enum service_kind
--: type service.assured day
--: type sure enum owner_sure
--: type answer enum owner_says
--: type outcome enum call_outcome
--: type delivery enum mail_state
--: type day day
--: type seen day
--: type answered day
--: type elsewhere bool
--: type all bool

-- ---- owners ----

--: run map_owner_put(organization int, name text, email text, sure enum owner_sure, today day)
-- Somebody new; who is known already becomes surer, never less.
INSERT INTO map_owner (organization, name, email, sure, seen) VALUES (:organization, :name, :email, :sure, :today)
ON CONFLICT (organization, email) DO UPDATE SET
    name = CASE WHEN excluded.sure > 0 THEN excluded.name ELSE map_owner.name END,
    sure = CASE WHEN map_owner.sure > 0 THEN map_owner.sure ELSE excluded.sure END;

--: maybe map_owner_at(organization int, email text)
SELECT w.id, w.sure FROM map_owner w WHERE w.organization = :organization AND w.email = :email;

--: maybe map_owner_find(id int)
SELECT w.id, w.organization, w.name, w.email, w.sure, o.name AS "organization_name:text"
FROM map_owner w JOIN organization o ON o.id = w.organization WHERE w.id = :id;

--: run map_owner_sure(id int, sure enum owner_sure)
UPDATE map_owner SET sure = :sure WHERE id = :id;

--: run map_owner_seen(id int, today day)
UPDATE map_owner SET seen = :today WHERE id = :id;

--: run map_owner_remove(id int)
DELETE FROM map_owner WHERE id = :id;

--: many map_owners_of(organization int)
-- Who speaks for an organisation, with the last mail.
SELECT w.id, w.name, w.email, w.sure,
       (SELECT max(q.day) FROM owner_asking q WHERE q.owner = w.id) AS "asked:day?",
       (SELECT max(q.answered) FROM owner_asking q WHERE q.owner = w.id) AS "answered:day?"
FROM map_owner w WHERE w.organization = :organization ORDER BY w.organization, w.email LIMIT 50;

--: many map_claims()
-- Who says that something is theirs, and is not called yet.
SELECT w.id, w.name, w.email, w.organization, o.name AS "organization_name:text", o.website,
       (SELECT p.number FROM service s JOIN phone p ON p.service = s.id WHERE s.organization = w.organization LIMIT 1)
           AS "phone:text?"
FROM map_owner w JOIN organization o ON o.id = w.organization
WHERE w.sure = 0 ORDER BY w.id LIMIT 50;

--: maybe organization_at(id int)
SELECT o.name, o.website, o.email FROM organization o WHERE o.id = :id;

--: many organization_websites(organization int)
-- The websites of what they offer.
SELECT s.website FROM service s WHERE s.organization = :organization AND s.website <> '' LIMIT 100;

--: run map_owners_tidy(before day)
DELETE FROM map_owner WHERE seen < :before;

--: run map_claims_tidy(before day)
DELETE FROM map_owner WHERE sure = 0 AND seen < :before;

-- ---- entries of an organisation ----

--: many entries_of(organization int)
-- Everything they offer, also what stopped.
SELECT s.id, s.slug, t.name, s.status, s.kind, s.assured, c.elsewhere
FROM service s
JOIN service_text t ON t.service = s.id AND t.lang = 'nl'
JOIN map_source c ON c.id = s.source
WHERE s.organization = :organization ORDER BY s.id LIMIT 200;

-- ---- asking ----

--: many owners_to_ask_after(after int, old day, old_initiative day, since day)
-- Owners behind one: how much of theirs has to be asked, and how often they were since that day.
SELECT w.id, w.organization, w.name, w.email, o.name AS "organization_name:text",
       (SELECT count(*) FROM service s JOIN map_source c ON c.id = s.source
        WHERE s.organization = w.organization AND s.status IN (0, 3) AND c.elsewhere = 0
        AND (s.assured IS NULL OR s.assured < CASE s.kind WHEN 1 THEN :old_initiative ELSE :old END)) AS "due:int",
       (SELECT count(*) FROM owner_asking q WHERE q.owner = w.id AND q.answered IS NULL AND q.day > :since)
           AS "silent:int",
       (SELECT max(q.day) FROM owner_asking q WHERE q.owner = w.id) AS "asked:day?"
FROM map_owner w JOIN organization o ON o.id = w.organization
WHERE w.id > :after AND w.sure > 0 ORDER BY w.id LIMIT 200;

--: add owner_asking_add(owner int, day day, hash bytes)
INSERT INTO owner_asking (owner, day, hash, delivery, answered) VALUES (:owner, :day, :hash, 0, NULL);

--: maybe owner_asking_open(hash bytes)
-- What a link opens.
SELECT q.id, q.owner, q.day, w.organization, w.sure, o.name AS "organization_name:text",
       (SELECT max(n.id) FROM owner_asking n WHERE n.owner = q.owner AND n.delivery <> 2) AS "newest:int?"
FROM owner_asking q JOIN map_owner w ON w.id = q.owner JOIN organization o ON o.id = w.organization
WHERE q.hash = :hash;

--: run owner_asking_answered(id int, today day)
UPDATE owner_asking SET answered = :today WHERE id = :id AND answered IS NULL;

--: many owner_answers(asking int)
SELECT a.service, a.answer, a.day FROM owner_answer a WHERE a.asking = :asking ORDER BY a.service LIMIT 500;

--: run owner_answer_add(asking int, service int, answer enum owner_says, day day)
INSERT INTO owner_answer (asking, service, answer, day) VALUES (:asking, :service, :answer, :day);

-- ---- calling ----

--: part who_is_silent
-- Nobody of theirs can be asked by mail, or nobody answered two of them.
NOT EXISTS (SELECT 1 FROM map_owner w WHERE w.organization = s.organization AND w.sure > 0
    AND (SELECT count(*) FROM owner_asking q WHERE q.owner = w.id AND q.answered IS NULL AND q.day > :since
         AND (q.day <= :waited OR q.delivery = 2)) < 2
    AND NOT EXISTS (SELECT 1 FROM owner_asking q WHERE q.owner = w.id AND q.delivery = 2 AND q.day > :since))

--: many entries_to_call(old day, old_initiative day, since day, waited day, again day, all bool, person int)
-- Who has to be called: longest not confirmed first, and not again soon after nobody answered.
-- scan: in the order of an index until there are fifty
SELECT s.id, s.slug,
       (SELECT t.name FROM service_text t WHERE t.service = s.id AND t.lang = 'nl') AS "name:text",
       (SELECT o.name FROM organization o WHERE o.id = s.organization) AS "organization:text", s.kind, s.assured,
       (SELECT p.number FROM phone p WHERE p.service = s.id ORDER BY p.position LIMIT 1) AS "phone:text?",
       (SELECT count(*) FROM entry_call k WHERE k.service = s.id AND k.outcome = 3
        AND k.day > coalesce(s.assured, 0)) AS "vain:int"
FROM service s
WHERE +s.status IN (0, 3) AND (SELECT c.elsewhere FROM map_source c WHERE c.id = s.source) = 0
AND coalesce(s.assured, 0) < CASE s.kind WHEN 1 THEN :old_initiative ELSE :old END
AND NOT EXISTS (SELECT 1 FROM entry_call k WHERE k.service = s.id AND k.outcome = 3 AND k.day > :again)
AND {who_is_silent}
AND (:all OR EXISTS (
    SELECT 1 FROM service_at_location sl JOIN location l ON l.id = sl.location
    JOIN map_steward g ON g.area = l.area AND g.person = :person WHERE sl.service = s.id))
ORDER BY s.assured, s.id LIMIT 50;

--: run entry_call_add(service int, day day, outcome enum call_outcome)
INSERT INTO entry_call (service, day, outcome) VALUES (:service, :day, :outcome);
