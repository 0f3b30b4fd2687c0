-- Whether those who raised something notice what was done.
--: owns verdict, verdict_counted, verdict_asked
--: reads commitment, commitment_text, deed, deed_text, dialogue, edition, advice_point, point_voice, point_theme, voice
--: reads intake, registration, gathering, tables, seat, follower, follow, dialogue_ended
--: include "features/dialogue/dialogue.h"
--: include "features/verdict/verdict_answer.h"
--: type verdict.answer enum verdict_answer
--: type verdict_counted.answer enum verdict_answer
--: type state enum commitment_state
--: type day day
--: type follows bool
--: type at instant

-- ---- the page ----

--: maybe verdict_promise(dialogue int, number int, own text, lang text)
-- The promise behind a number, with a theme for the why.
SELECT c.id, c.advice, c.state, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT h.theme FROM advice_point a JOIN edition e ON e.dialogue = c.dialogue
        JOIN point_theme h ON h.edition = e.id AND h.point = a.point
        WHERE a.advice = c.advice AND h.rank = 0 LIMIT 1) AS "theme:int?"
FROM commitment c
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
WHERE c.dialogue = :dialogue AND c.number = :number;

--: many verdict_deeds(commitment int, own text, lang text)
-- Its deeds, the newest first.
SELECT d.id, d.number, d.day, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM deed d
JOIN deed_text o ON o.deed = d.id AND o.lang = :own
LEFT JOIN deed_text x ON x.deed = d.id AND x.lang = :lang
WHERE d.commitment = :commitment ORDER BY d.number DESC LIMIT 200;

--: many verdict_whys(commitment int)
-- What people wrote with their answer, as far as an editor shows it; not what they answered.
-- sort: the whys of one promise
SELECT v.number, v.body, v.lang FROM verdict k JOIN voice v ON v.id = k.voice
WHERE k.commitment = :commitment AND v.visibility = 1 ORDER BY k.id DESC LIMIT 20;

-- ---- who answers ----

--: maybe giver_by_receipt(receipt bytes, dialogue int, advice int)
-- Whose voice lies under an advice.
SELECT i.voice FROM intake i JOIN voice v ON v.id = i.voice AND v.visibility <> 3 AND v.account <> 3
WHERE i.receipt = :receipt AND v.dialogue = :dialogue
AND EXISTS (SELECT 1 FROM point_voice r JOIN advice_point a ON a.point = r.point AND a.advice = :advice
            WHERE r.voice = i.voice AND r.edition > 0) LIMIT 1;

--: maybe giver_by_registration(code bytes, dialogue int, advice int)
-- Who was let in at a gathering where such a voice was noted: at their table, while that is still known. Where nobody
-- was checked in, as at a table in a café, whoever had registered before it was over.
SELECT g.id FROM registration g JOIN gathering h ON h.id = g.gathering AND h.dialogue = :dialogue
WHERE g.code = :code AND g.state = 0
AND (g.arrived IS NOT NULL OR g.made < (h.day + 1) * 86400 AND NOT EXISTS
     (SELECT 1 FROM registration n WHERE n.gathering = g.gathering AND n.arrived IS NOT NULL))
AND EXISTS (SELECT 1 FROM advice_point a
            JOIN edition e ON e.dialogue = h.dialogue
            JOIN point_voice r ON r.edition = e.id AND r.point = a.point
            JOIN voice v ON v.id = r.voice
            JOIN tables t ON t.id = v.at_table AND t.gathering = g.gathering
            WHERE a.advice = :advice
            AND (NOT EXISTS (SELECT 1 FROM seat s WHERE s.registration = g.id AND s.at_table IS NOT NULL)
                 OR EXISTS (SELECT 1 FROM seat s WHERE s.registration = g.id AND s.at_table = t.id))) LIMIT 1;

--: maybe giver_by_follower(code bytes, dialogue int, advice int, commitment int)
-- Who follows it, or what it is part of.
SELECT f.id, f.email FROM follower f
WHERE f.code = :code AND EXISTS (
    SELECT 1 FROM follow w WHERE w.follower = f.id AND w.confirmed = 1 AND w.dialogue = :dialogue
    AND (w.what = 0 OR (w.what = 2 AND w.about = :advice) OR (w.what = 3 AND w.about = :commitment)
         OR (w.what = 1 AND w.about IN (SELECT h.theme FROM advice_point a JOIN edition e ON e.dialogue = :dialogue
                                        JOIN point_theme h ON h.edition = e.id AND h.point = a.point
                                        WHERE a.advice = :advice)))) LIMIT 1;

-- ---- what they answer ----

--: maybe verdict_find(commitment int, deed int, giver bytes)
-- What somebody answered; deed 0: about all that was promised.
SELECT v.id, v.answer, v.changes, v.voice FROM verdict v
WHERE v.commitment = :commitment AND coalesce(v.deed, 0) = :deed AND v.giver = :giver LIMIT 1;

--: add verdict_add(commitment int, deed int?, follows bool, giver bytes, answer enum verdict_answer, day day,
--:                 voice int?)
INSERT INTO verdict (commitment, deed, follows, giver, answer, day, changes, voice)
VALUES (:commitment, :deed, :follows, :giver, :answer, :day, 0, :voice);

--: run verdict_change(verdict int, answer enum verdict_answer, day day, voice int?)
-- Another answer takes its place; its why stays when there is no new one.
UPDATE verdict SET answer = :answer, day = :day, changes = changes + 1, voice = coalesce(:voice, voice)
WHERE id = :verdict;

--: count verdict_forgotten(commitment int, deed int)
-- How many answered this of whom nobody knows any more who they are.
SELECT count(*) FROM verdict v
WHERE v.commitment = :commitment AND coalesce(v.deed, 0) = :deed AND length(v.giver) <> 16;

--: run verdict_marks_forget(before instant)
-- Of dialogues that were done before then: the numbers stay; who answered is no longer known to anybody.
-- scan: at night
UPDATE verdict SET giver = CAST(CAST(id AS TEXT) AS BLOB)
WHERE length(giver) = 16 AND commitment IN (
    SELECT c.id FROM dialogue_ended e JOIN commitment c ON c.dialogue = e.dialogue WHERE e.at < :before);

-- ---- asking who took part ----

--: many verdicts_to_ask(since day)
-- Who took part where something was raised, and was not asked yet about a deed for it.
SELECT d.id AS "deed:int", g.id AS "registration:int", g.name, g.email, g.lang, s.slug, c.number, d.number AS "deed_number:int",
       coalesce(x.title, o.title) AS "title:text", coalesce(y.body, b.body) AS "body:text"
FROM deed d
JOIN commitment c ON c.id = d.commitment
JOIN dialogue s ON s.id = c.dialogue
JOIN gathering h ON h.dialogue = c.dialogue
JOIN registration g ON g.gathering = h.id AND g.state = 0 AND g.again = 1 AND g.email <> ''
JOIN commitment_text o ON o.commitment = c.id AND o.lang = s.lang
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = g.lang
JOIN deed_text b ON b.deed = d.id AND b.lang = s.lang
LEFT JOIN deed_text y ON y.deed = d.id AND y.lang = g.lang
WHERE d.day >= :since
AND (g.arrived IS NOT NULL OR g.made < (h.day + 1) * 86400 AND NOT EXISTS
     (SELECT 1 FROM registration n WHERE n.gathering = g.gathering AND n.arrived IS NOT NULL))
AND NOT EXISTS (SELECT 1 FROM verdict_asked k WHERE k.deed = d.id AND k.registration = g.id)
AND EXISTS (SELECT 1 FROM advice_point a
            JOIN edition e ON e.dialogue = h.dialogue
            JOIN point_voice r ON r.edition = e.id AND r.point = a.point
            JOIN voice v ON v.id = r.voice
            JOIN tables t ON t.id = v.at_table AND t.gathering = g.gathering
            WHERE a.advice = c.advice
            AND (NOT EXISTS (SELECT 1 FROM seat p WHERE p.registration = g.id AND p.at_table IS NOT NULL)
                 OR EXISTS (SELECT 1 FROM seat p WHERE p.registration = g.id AND p.at_table = t.id)))
LIMIT 200;

--: run verdict_asked_put(deed int, registration int, at instant)
INSERT INTO verdict_asked (deed, registration, at) VALUES (:deed, :registration, :at) ON CONFLICT DO NOTHING;

-- ---- in files ----

--: run verdicts_counted_clear(dialogue int)
-- Before a folder says them anew.
DELETE FROM verdict_counted WHERE commitment IN (SELECT c.id FROM commitment c WHERE c.dialogue = :dialogue);

--: run verdict_counted_put(commitment int, deed int, follows bool, answer enum verdict_answer, people int)
-- What a folder counts, without those that are in the data one by one.
INSERT INTO verdict_counted (commitment, deed, follows, answer, people)
SELECT :commitment, :deed, :follows, :answer, :people - count(*)
FROM verdict v LEFT JOIN deed d ON d.id = v.deed
WHERE v.commitment = :commitment AND coalesce(d.number, 0) = :deed AND v.follows = :follows AND v.answer = :answer
HAVING count(*) < :people;
