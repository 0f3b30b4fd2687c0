-- What people say of an entry that is not right.
--: owns service_report
--: reads service, service_text, point_service, point_given, point_text, edition, dialogue
--: include "features/map/map.h"
--: type service_report.what enum report_what
--: type received instant
--: type done instant

--: run service_report_add(service int, now instant, what enum report_what, body text)
INSERT INTO service_report (service, received, what, body) VALUES (:service, :now, :what, :body);

--: many service_reports(after int)
-- What waits, oldest first, fifty at a time.
SELECT r.id, r.received, r.what, r.body, s.slug, t.name
FROM service_report r JOIN service s ON s.id = r.service
JOIN service_text t ON t.service = s.id AND t.lang = 'nl'
WHERE r.done IS NULL AND r.id > :after ORDER BY r.id LIMIT 50;

--: run service_report_done(id int, now instant)
UPDATE service_report SET done = :now WHERE id = :id AND done IS NULL;

--: run service_reports_tidy(before instant)
-- scan: at night
DELETE FROM service_report WHERE received < :before;

--: many service_points(service int)
-- What was said in dialogues that it belongs to: points of the newest editions.
-- sort: what one entry belongs to
SELECT d.slug, g.number, x.body, d.lang
FROM point_service r JOIN point_given g ON g.id = r.point JOIN dialogue d ON d.id = g.dialogue
JOIN edition e ON e.id = (SELECT n.id FROM edition n WHERE n.dialogue = d.id ORDER BY n.number DESC LIMIT 1)
JOIN point_text x ON x.edition = e.id AND x.point = g.id AND x.lang = d.lang
WHERE r.service = :service ORDER BY d.position DESC, g.number LIMIT 10;
