-- What happened from advice to deed, newest first: some of each kind, for a feed. And what is due.
--: reads advice, advice_text, answer, step, step_kind, commitment, commitment_text, commitment_moved
--: reads deed, deed_text, department, theme, theme_text, point_theme, advice_point
--: include "features/dialogue/dialogue.h"
--: type answer.kind enum answer_kind
--: type state enum commitment_state
--: type day day
--: type made day
--: type due day
--: type first_due day
--: type ended day
--: type given day

--: part words
-- The title of a commitment in the language asked, or else in that of the dialogue.
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang

--: part asked
-- Only of a theme, or of an owner.
AND (:theme IS NULL OR c.advice IN (SELECT r.advice FROM point_theme h JOIN advice_point r ON r.point = h.point
                                    WHERE h.edition = :edition AND h.theme = :theme))
AND (:owner IS NULL OR c.owner = :owner)

--: maybe feed_theme(dialogue int, slug text, own text, lang text)
SELECT t.id, coalesce(x.title, o.title) AS "title:text" FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue AND t.slug = :slug;

--: maybe feed_owner(dialogue int, slug text)
SELECT w.id, w.name, w.name_en FROM department w WHERE w.dialogue = :dialogue AND w.slug = :slug;

--: many feed_advice(dialogue int, edition int, theme int?, own text, lang text)
SELECT a.number, a.given AS "day:day", coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.body, o.body) AS "body:text"
FROM advice a
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN advice_text x ON x.advice = a.id AND x.lang = :lang
WHERE a.dialogue = :dialogue AND a.given IS NOT NULL
AND (:theme IS NULL OR a.id IN (SELECT r.advice FROM point_theme h JOIN advice_point r ON r.point = h.point
                                WHERE h.edition = :edition AND h.theme = :theme))
ORDER BY a.given DESC, a.number DESC LIMIT 50;

--: many feed_answers(dialogue int, edition int, theme int?, own text, lang text)
SELECT a.number, n.kind, n.day, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM advice a
JOIN answer n ON n.advice = a.id
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN advice_text x ON x.advice = a.id AND x.lang = :lang
WHERE a.dialogue = :dialogue
AND (:theme IS NULL OR a.id IN (SELECT r.advice FROM point_theme h JOIN advice_point r ON r.point = h.point
                                WHERE h.edition = :edition AND h.theme = :theme))
ORDER BY n.day DESC, a.number DESC LIMIT 50;

--: many feed_steps(dialogue int)
-- Those of all advice together, and of one that was given.
SELECT s.number, s.day, s.title, s.title_en, k.code, k.name, k.name_en, a.number AS "advice_number:int?"
FROM step s JOIN step_kind k ON k.id = s.kind LEFT JOIN advice a ON a.id = s.advice
WHERE s.dialogue = :dialogue AND (s.advice IS NULL OR a.given IS NOT NULL)
ORDER BY s.day DESC, s.id DESC LIMIT 50;

--: many feed_made(dialogue int, edition int, theme int?, owner int?, own text, lang text)
SELECT c.number, c.made AS "day:day", c.first_due, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.body, o.body) AS "body:text"
FROM commitment c {words}
WHERE c.dialogue = :dialogue {asked}
ORDER BY c.made DESC, c.id DESC LIMIT 50;

--: many feed_ended(dialogue int, edition int, theme int?, owner int?, own text, lang text)
SELECT c.number, c.ended AS "day:day", c.state, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.stopped, o.stopped) AS "body:text"
FROM commitment c {words}
WHERE c.dialogue = :dialogue AND c.ended IS NOT NULL {asked}
ORDER BY c.ended DESC, c.id DESC LIMIT 50;

--: many feed_moved(dialogue int, edition int, theme int?, owner int?, own text, lang text)
-- scan: from the newest on, until there are fifty
SELECT c.number, m.number AS "move:int", m.day, m.due, m.reason, m.reason_en, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM commitment_moved m CROSS JOIN commitment c ON c.id = m.commitment {words}
WHERE c.dialogue = :dialogue {asked}
ORDER BY m.day DESC, m.commitment DESC, m.number DESC LIMIT 50;

--: many feed_deeds(dialogue int, edition int, theme int?, owner int?, own text, lang text)
-- scan: from the newest on, until there are fifty
SELECT c.number, d.number AS "deed:int", d.day, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(y.body, p.body) AS "body:text"
FROM deed d CROSS JOIN commitment c ON c.id = d.commitment
CROSS JOIN deed_text p ON p.deed = d.id AND p.lang = :own {words}
LEFT JOIN deed_text y ON y.deed = d.id AND y.lang = :lang
WHERE c.dialogue = :dialogue {asked}
ORDER BY d.day DESC, d.id DESC LIMIT 50;

--: many feed_due(dialogue int, edition int, theme int?, owner int?, own text, lang text)
-- What is open, by its first date; of a commitment that was moved, the day for which it is promised now.
-- sort: what is open in one dialogue, as far as the LIMIT
SELECT c.number, c.made, c.first_due, c.due, c.moves, coalesce(x.title, o.title) AS "title:text",
       w.name AS "owner_name:text", w.name_en AS "owner_en:text",
       (SELECT max(m.day) FROM commitment_moved m WHERE m.commitment = c.id) AS "changed:day?"
FROM (SELECT c.id FROM commitment c WHERE c.dialogue = :dialogue AND c.state < 2 {asked}
      ORDER BY c.due, c.number LIMIT 1000) f
CROSS JOIN commitment c ON c.id = f.id {words}
JOIN department w ON w.id = c.owner
ORDER BY c.due, c.number LIMIT 1000;
