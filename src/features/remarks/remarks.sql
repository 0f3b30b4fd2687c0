-- What colleagues say to each other about a point or theme.
--: owns remark
--: reads person, dialogue_ended, point_given, theme
--: include "features/history/history.h"
--: type thing enum thing
--: type remark.at instant
--: type resolved instant

--: many remarks_of_thing(thing enum thing, number int)
-- The open ones first, the oldest above; then those that were dealt with.
-- sort: what was said of one thing
SELECT r.id, r.at, r.body, r.resolved, p.name AS "person:text?", q.name AS "resolver:text?"
FROM remark r LEFT JOIN person p ON p.id = r.person LEFT JOIN person q ON q.id = r.resolved_by
WHERE r.thing = :thing AND r.number = :number ORDER BY r.resolved IS NOT NULL, r.id LIMIT 100;

--: many remarks_open(dialogue int)
-- The open ones of a dialogue, the oldest first, with what each is about.
SELECT r.id, r.at, r.body, r.thing, p.name AS "person:text?", g.number AS "point:int?", t.slug AS "theme:text?"
FROM remark r LEFT JOIN person p ON p.id = r.person
LEFT JOIN point_given g ON r.thing = 3 AND g.id = r.number
LEFT JOIN theme t ON r.thing = 1 AND t.id = r.number
WHERE r.dialogue = :dialogue AND r.resolved IS NULL ORDER BY r.id LIMIT 100;

--: maybe remark_about(dialogue int, id int)
-- What a remark is about.
SELECT r.thing, r.resolved IS NOT NULL AS "resolved:bool", g.number AS "point:int?", t.slug AS "theme:text?"
FROM remark r
LEFT JOIN point_given g ON r.thing = 3 AND g.id = r.number
LEFT JOIN theme t ON r.thing = 1 AND t.id = r.number
WHERE r.dialogue = :dialogue AND r.id = :id;

--: maybe remark_point(dialogue int, number int)
SELECT g.id FROM point_given g WHERE g.dialogue = :dialogue AND g.number = :number;

--: maybe remark_theme(dialogue int, slug text)
SELECT t.id FROM theme t WHERE t.dialogue = :dialogue AND t.slug = :slug;

--: run remark_add(dialogue int, thing enum thing, number int, now instant, person int?, body text)
INSERT INTO remark (dialogue, thing, number, at, person, body)
VALUES (:dialogue, :thing, :number, :now, :person, :body);

--: run remark_resolve(id int, now instant?, person int?)
-- Dealt with, or open again.
UPDATE remark SET resolved = :now, resolved_by = :person WHERE id = :id;

--: run remarks_tidy(before instant)
-- Dealt with long ago.
-- scan: once a night
DELETE FROM remark WHERE resolved < :before;

--: run remarks_tidy_ended(before instant)
-- Of dialogues that ended long ago.
DELETE FROM remark WHERE dialogue IN (SELECT e.dialogue FROM dialogue_ended e WHERE e.at < :before);
