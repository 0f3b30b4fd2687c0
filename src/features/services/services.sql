-- What people say of an entry that is not right.
--: owns service_report
--: reads service, service_text
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
