-- What is proposed for the map, and what became of it.
--: owns proposal, proposal_field
--: reads service, service_text, service_at_location, location, map_steward
--: include "features/upkeep/state.h"
--: type received instant
--: type decided instant
--: type proposal.state enum proposal_state
--: type taken bool
--: type all bool

--: add proposal_add(service int?, now instant, note text, hash bytes)
INSERT INTO proposal (service, received, note, hash, state, decided, reason)
VALUES (:service, :now, :note, :hash, 0, NULL, '');

--: run proposal_field_add(proposal int, field text, previous text, replacement text)
INSERT INTO proposal_field (proposal, field, previous, replacement, taken)
VALUES (:proposal, :field, :previous, :replacement, 0);

--: count proposals_waiting_for(service int)
SELECT count(*) FROM proposal p WHERE p.service = :service AND p.state = 0;

--: count proposals_waiting_n()
SELECT count(*) FROM proposal p WHERE p.state = 0;

--: many proposals_waiting(after int, all bool, person int)
-- What waits, oldest first; of a steward what is about their neighbourhoods.
SELECT p.id, p.received, p.service, t.name AS "name:text?",
       (SELECT f.replacement FROM proposal_field f WHERE f.proposal = p.id AND f.field = 'name') AS "proposed:text?",
       (SELECT count(*) FROM proposal_field f WHERE f.proposal = p.id) AS "fields:int"
FROM proposal p
LEFT JOIN service_text t ON t.service = p.service AND t.lang = 'nl'
WHERE p.state = 0 AND p.id > :after AND (:all OR EXISTS (
    SELECT 1 FROM service_at_location sl JOIN location l ON l.id = sl.location
    JOIN map_steward g ON g.area = l.area AND g.person = :person WHERE sl.service = p.service))
ORDER BY p.id LIMIT 50;

--: maybe proposal_open(id int)
SELECT p.id, p.service, p.received, p.note, p.state, p.decided, p.reason, s.slug AS "slug:text?",
       t.name AS "name:text?"
FROM proposal p
LEFT JOIN service s ON s.id = p.service
LEFT JOIN service_text t ON t.service = p.service AND t.lang = 'nl'
WHERE p.id = :id;

--: maybe proposal_by_hash(hash bytes)
SELECT p.id FROM proposal p WHERE p.hash = :hash;

--: many proposal_fields(proposal int)
SELECT f.field, f.previous, f.replacement, f.taken FROM proposal_field f WHERE f.proposal = :proposal
ORDER BY f.field LIMIT 600;

--: run proposal_take_field(proposal int, field text)
UPDATE proposal_field SET taken = 1 WHERE proposal = :proposal AND field = :field;

--: run proposal_decide(id int, state enum proposal_state, now instant, reason text, service int?)
UPDATE proposal SET state = :state, decided = :now, reason = :reason, service = :service
WHERE id = :id AND state = 0;

--: run proposals_tidy(before instant)
DELETE FROM proposal WHERE received < :before;
