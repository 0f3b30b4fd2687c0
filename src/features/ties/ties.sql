-- What of the map belongs to what was said.
--: owns theme_subject, point_service
--: reads theme, theme_text, taxonomy_term, service, service_text, edition, point, point_text, point_given, advice_point, dialogue
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: many ties_themes(dialogue int, own text)
SELECT t.id, t.slug, o.title FROM theme t JOIN theme_text o ON o.theme = t.id AND o.lang = :own
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: many ties_theme_subjects(dialogue int)
SELECT s.theme, m.name FROM theme t JOIN theme_subject s ON s.theme = t.id
JOIN taxonomy_term m ON m.id = s.term WHERE t.dialogue = :dialogue ORDER BY m.position LIMIT 5000;

--: maybe ties_theme(dialogue int, slug text, own text)
SELECT t.id, t.slug, o.title FROM theme t JOIN theme_text o ON o.theme = t.id AND o.lang = :own
WHERE t.dialogue = :dialogue AND t.slug = :slug;

--: many ties_points(edition int, own text, gaps bool, after int)
-- The points of an edition, with how much of the map is tied to each, and whether advice rests on it.
-- sort: the points of one edition
SELECT p.id, p.number, p.kind, o.body,
    (SELECT count(*) FROM point_service s WHERE s.point = p.id) AS "entries:int",
    EXISTS (SELECT 1 FROM advice_point a WHERE a.point = p.id) AS "advised:bool"
FROM point p JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
WHERE p.edition = :edition AND p.number > :after
AND (:gaps = 0 OR NOT EXISTS (SELECT 1 FROM point_service s WHERE s.point = p.id))
ORDER BY p.number LIMIT 50;

--: maybe ties_edition(dialogue int)
SELECT e.id FROM edition e WHERE e.dialogue = :dialogue ORDER BY e.number DESC LIMIT 1;

--: maybe ties_point(edition int, number int, own text)
SELECT p.id, o.body FROM point p JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
WHERE p.edition = :edition AND p.number = :number LIMIT 1;

--: many theme_subject_ids(theme int)
SELECT s.term FROM theme_subject s WHERE s.theme = :theme ORDER BY s.term LIMIT 200;

--: many ties_subjects()
SELECT m.id, m.code, m.name FROM taxonomy_term m ORDER BY m.position, m.id LIMIT 200;

--: run theme_subjects_clear(theme int)
DELETE FROM theme_subject WHERE theme = :theme;

--: run theme_subject_add(theme int, term int)
INSERT INTO theme_subject (theme, term) VALUES (:theme, :term);

--: many point_service_ids(point int)
SELECT s.service FROM point_service s WHERE s.point = :point ORDER BY s.service LIMIT 200;

--: count service_is(service int)
SELECT count(*) FROM service s WHERE s.id = :service;

--: run point_services_clear(point int)
DELETE FROM point_service WHERE point = :point;

--: run point_service_add(point int, service int)
INSERT INTO point_service (point, service) VALUES (:point, :service);
