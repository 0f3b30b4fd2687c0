-- Looking commitments up: all of a dialogue by what they can be chosen by, and a page of them.
--: reads commitment, commitment_text, commitment_owner, commitment_place, commitment_moved, department
--: reads deed, note, neighbourhood, theme, theme_text, point_theme, advice, advice_point
--: include "features/dialogue/dialogue.h"
--: type state enum commitment_state
--: type made day
--: type due day
--: type first_due day
--: type ended day

--: count looked_count(dialogue int)
SELECT count(*) FROM commitment c WHERE c.dialogue = :dialogue;

--: stream looked_all(dialogue int)
-- Every commitment, late first: those that are open by the date promised first, then those that are closed.
SELECT c.id, c.number, c.owner, c.advice, c.first_due, c.state, c.ended, c.moves
FROM commitment c WHERE c.dialogue = :dialogue ORDER BY c.state >= 2, c.first_due, c.number;

--: stream looked_owners(dialogue int)
-- Who owns one together with its first owner.
SELECT q.commitment, q.department FROM department w JOIN commitment_owner q ON q.department = w.id
WHERE w.dialogue = :dialogue;

--: stream looked_places(dialogue int)
SELECT p.commitment, p.neighbourhood FROM neighbourhood n JOIN commitment_place p ON p.neighbourhood = n.id
WHERE n.dialogue = :dialogue;

--: stream looked_themes(dialogue int, edition int)
-- The themes of the points that each advice rests on, of those with a commitment.
-- sort: hundreds of advices, a few themes each
SELECT DISTINCT r.advice, h.theme FROM advice a
CROSS JOIN advice_point r ON r.advice = a.id
CROSS JOIN point_theme h ON h.edition = :edition AND h.point = r.point
WHERE a.dialogue = :dialogue AND EXISTS (SELECT 1 FROM commitment c WHERE c.advice = a.id)
ORDER BY r.advice, h.theme;

--: many look_themes(dialogue int, own text, lang text)
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position, t.id LIMIT 1000;

--: many look_hoods(dialogue int)
SELECT n.id, n.slug, n.name FROM neighbourhood n WHERE n.dialogue = :dialogue ORDER BY n.position, n.id LIMIT 1000;

--: one look_one(commitment int, own text, lang text)
-- One line of a list.
SELECT c.number, c.state, c.made, c.first_due, c.due, c.ended, c.moves,
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       w.name AS "owner_name:text", w.name_en AS "owner_en:text",
       (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int",
       (SELECT count(*) FROM note n WHERE n.commitment = c.id) AS "notes:int"
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
JOIN department w ON w.id = c.owner
WHERE c.id = :commitment;
