-- Every text of a dialogue that is public or will be, to look for a name in; and what a role came for.
--: owns naming_change
--: reads dialogue, point, point_text, voice, voice_text, story, story_text, finding, finding_text, theme, theme_text
--: reads section, summary, gathering, gathering_text, edition, history, picture, picture_text, photo
--: reads programme, programme_text, source, source_text, pillar, pillar_text
--: reads advice, advice_text, answer_text, commitment, commitment_text, deed, deed_text
--: include "features/dialogue/dialogue.h"
--: type section enum section

--: stream naming_points(dialogue int)
-- The sentences of the draft. `row` and `lang` tell the text; `number` is what people call it by.
SELECT x.point AS "row:int", p.number AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM point p JOIN point_text x ON x.edition = 0 AND x.point = p.id
WHERE p.edition = 0 AND p.dialogue = :dialogue ORDER BY p.number, x.lang;

--: stream naming_voices(dialogue int) like naming_points
-- What others may read of a voice, now or when it was checked; not what only the team may read.
SELECT v.id AS "row:int", v.number AS "number:int", v.lang AS "lang:text", v.body AS "body:text"
FROM voice v WHERE v.dialogue = :dialogue AND v.visibility IN (0, 1) AND v.account <> 3 ORDER BY v.number;

--: stream naming_translations(dialogue int) like naming_points
-- scan: far fewer voices are translated than said
SELECT v.id AS "row:int", v.number AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM voice_text x CROSS JOIN voice v ON v.id = x.voice
WHERE v.dialogue = :dialogue AND v.visibility IN (0, 1) AND v.account <> 3 ORDER BY x.voice, x.lang;

--: stream naming_signed(dialogue int) like naming_points
-- Under whose name stories stand.
SELECT s.voice AS "row:int", v.number AS "number:int", d.lang AS "lang:text", s.signed AS "body:text"
FROM story s JOIN voice v ON v.id = s.voice JOIN dialogue d ON d.id = s.dialogue
WHERE s.dialogue = :dialogue AND v.visibility IN (0, 1) AND v.account <> 3 ORDER BY s.slug;

--: stream naming_titles(dialogue int) like naming_points
SELECT s.voice AS "row:int", v.number AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM story s JOIN voice v ON v.id = s.voice JOIN story_text x ON x.story = s.voice
WHERE s.dialogue = :dialogue AND v.visibility IN (0, 1) AND v.account <> 3 ORDER BY s.slug, x.lang;

--: stream naming_findings(dialogue int) like naming_points
SELECT f.id AS "row:int", f.number AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM finding f JOIN finding_text x ON x.finding = f.id WHERE f.dialogue = :dialogue ORDER BY f.number, x.lang;

--: stream naming_theme_titles(dialogue int) like naming_points
SELECT t.id AS "row:int", t.position AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM theme t JOIN theme_text x ON x.theme = t.id WHERE t.dialogue = :dialogue ORDER BY t.position, x.lang;

--: stream naming_questions(dialogue int) like naming_points
SELECT t.id AS "row:int", t.position AS "number:int", x.lang AS "lang:text", x.question AS "body:text"
FROM theme t JOIN theme_text x ON x.theme = t.id WHERE t.dialogue = :dialogue ORDER BY t.position, x.lang;

--: stream naming_contexts(dialogue int) like naming_points
SELECT t.id AS "row:int", t.position AS "number:int", x.lang AS "lang:text", x.context AS "body:text"
FROM theme t JOIN theme_text x ON x.theme = t.id WHERE t.dialogue = :dialogue ORDER BY t.position, x.lang;

--: stream naming_sections(dialogue int) like naming_points
-- Long texts; `row` is which.
SELECT s.section AS "row:int", s.section AS "number:int", s.lang AS "lang:text", s.body AS "body:text"
FROM section s WHERE s.dialogue = :dialogue ORDER BY s.section, s.lang;

--: stream naming_summaries(dialogue int) like naming_points
-- The report on one page, in each language.
SELECT s.dialogue AS "row:int", 1 AS "number:int", s.lang AS "lang:text", s.body AS "body:text"
FROM summary s WHERE s.dialogue = :dialogue ORDER BY s.lang;

--: stream naming_evenings(dialogue int) like naming_points
-- What is told of an evening.
SELECT g.id AS "row:int", g.position AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM gathering g JOIN gathering_text x ON x.gathering = g.id
WHERE g.dialogue = :dialogue ORDER BY g.position, x.lang;

--: stream naming_alts(dialogue int) like naming_points
-- What is told of pictures.
SELECT p.id AS "row:int", p.position AS "number:int", x.lang AS "lang:text", x.alt AS "body:text"
FROM picture p JOIN picture_text x ON x.picture = p.id
WHERE p.dialogue = :dialogue ORDER BY p.id, x.lang;

--: stream naming_captions(dialogue int) like naming_points
SELECT p.id AS "row:int", p.position AS "number:int", x.lang AS "lang:text", x.caption AS "body:text"
FROM picture p JOIN picture_text x ON x.picture = p.id
WHERE p.dialogue = :dialogue ORDER BY p.id, x.lang;

--: stream naming_makers(dialogue int) like naming_points
SELECT p.id AS "row:int", p.position AS "number:int", d.lang AS "lang:text", p.maker AS "body:text"
FROM picture p JOIN dialogue d ON d.id = p.dialogue
WHERE p.dialogue = :dialogue ORDER BY p.id;

--: stream naming_evening_titles(dialogue int) like naming_points
SELECT g.id AS "row:int", g.position AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM gathering g JOIN gathering_text x ON x.gathering = g.id
WHERE g.dialogue = :dialogue ORDER BY g.position, x.lang;

--: stream naming_places(dialogue int) like naming_points
SELECT g.id AS "row:int", g.position AS "number:int", x.lang AS "lang:text", x.place AS "body:text"
FROM gathering g JOIN gathering_text x ON x.gathering = g.id
WHERE g.dialogue = :dialogue ORDER BY g.position, x.lang;

--: stream naming_item_titles(dialogue int) like naming_points
-- The programme of an evening.
SELECT p.id AS "row:int", g.position AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM gathering g JOIN programme p ON p.gathering = g.id JOIN programme_text x ON x.programme = p.id
WHERE g.dialogue = :dialogue ORDER BY g.position, p.position, x.lang;

--: stream naming_items(dialogue int) like naming_points
SELECT p.id AS "row:int", g.position AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM gathering g JOIN programme p ON p.gathering = g.id JOIN programme_text x ON x.programme = p.id
WHERE g.dialogue = :dialogue ORDER BY g.position, p.position, x.lang;

--: stream naming_source_titles(dialogue int) like naming_points
-- What is told of sources.
SELECT s.id AS "row:int", s.position AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM source s JOIN source_text x ON x.source = s.id
WHERE s.dialogue = :dialogue ORDER BY s.id, x.lang;

--: stream naming_source_notes(dialogue int) like naming_points
SELECT s.id AS "row:int", s.position AS "number:int", x.lang AS "lang:text", x.note AS "body:text"
FROM source s JOIN source_text x ON x.source = s.id
WHERE s.dialogue = :dialogue ORDER BY s.id, x.lang;

--: stream naming_authors(dialogue int) like naming_points
SELECT s.id AS "row:int", s.position AS "number:int", d.lang AS "lang:text", s.author AS "body:text"
FROM source s JOIN dialogue d ON d.id = s.dialogue
WHERE s.dialogue = :dialogue ORDER BY s.id;

--: stream naming_pillar_titles(dialogue int) like naming_points
SELECT p.id AS "row:int", p.position AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM pillar p JOIN pillar_text x ON x.pillar = p.id
WHERE p.dialogue = :dialogue ORDER BY p.id, x.lang;

--: stream naming_pillars(dialogue int) like naming_points
SELECT p.id AS "row:int", p.position AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM pillar p JOIN pillar_text x ON x.pillar = p.id
WHERE p.dialogue = :dialogue ORDER BY p.id, x.lang;

--: stream naming_summary_makers(dialogue int) like naming_points
-- Who wrote or translated it.
SELECT s.dialogue AS "row:int", 1 AS "number:int", s.lang AS "lang:text", s.maker AS "body:text"
FROM summary s
WHERE s.dialogue = :dialogue ORDER BY s.lang;

--: stream naming_photos(dialogue int) like naming_points
-- Photos that were not erased: their words, the same in English, who took them.
-- sort: some hundreds
SELECT f.id AS "row:int", f.id AS "number:int", d.lang AS "lang:text", f.alt AS "body:text"
FROM photo f JOIN dialogue d ON d.id = f.dialogue
WHERE f.dialogue = :dialogue AND f.type <> '' ORDER BY f.id;

--: stream naming_photos_en(dialogue int) like naming_points
-- sort: some hundreds
SELECT f.id AS "row:int", f.id AS "number:int", 'en' AS "lang:text", f.alt_en AS "body:text"
FROM photo f
WHERE f.dialogue = :dialogue AND f.type <> '' ORDER BY f.id;

--: stream naming_photo_makers(dialogue int) like naming_points
-- sort: some hundreds
SELECT f.id AS "row:int", f.id AS "number:int", d.lang AS "lang:text", f.maker AS "body:text"
FROM photo f JOIN dialogue d ON d.id = f.dialogue
WHERE f.dialogue = :dialogue AND f.type <> '' ORDER BY f.id;

--: stream naming_advice_titles(dialogue int) like naming_points
SELECT a.id AS "row:int", a.number AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.number, x.lang;

--: stream naming_advices(dialogue int) like naming_points
SELECT a.id AS "row:int", a.number AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.number, x.lang;

--: stream naming_priorities(dialogue int) like naming_points
SELECT a.id AS "row:int", a.number AS "number:int", x.lang AS "lang:text", x.priority AS "body:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.number, x.lang;

--: stream naming_nexts(dialogue int) like naming_points
SELECT a.id AS "row:int", a.number AS "number:int", x.lang AS "lang:text", x.next AS "body:text"
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.number, x.lang;

--: stream naming_reasons(dialogue int) like naming_points
SELECT a.id AS "row:int", a.number AS "number:int", x.lang AS "lang:text", x.reason AS "body:text"
FROM advice a JOIN answer_text x ON x.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.number, x.lang;

--: stream naming_options(dialogue int) like naming_points
SELECT a.id AS "row:int", a.number AS "number:int", x.lang AS "lang:text", x.options AS "body:text"
FROM advice a JOIN answer_text x ON x.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.number, x.lang;

--: stream naming_promise_titles(dialogue int) like naming_points
SELECT c.id AS "row:int", c.number AS "number:int", x.lang AS "lang:text", x.title AS "body:text"
FROM commitment c JOIN commitment_text x ON x.commitment = c.id WHERE c.dialogue = :dialogue ORDER BY c.number, x.lang;

--: stream naming_promises(dialogue int) like naming_points
SELECT c.id AS "row:int", c.number AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM commitment c JOIN commitment_text x ON x.commitment = c.id WHERE c.dialogue = :dialogue ORDER BY c.number, x.lang;

--: stream naming_stops(dialogue int) like naming_points
SELECT c.id AS "row:int", c.number AS "number:int", x.lang AS "lang:text", x.stopped AS "body:text"
FROM commitment c JOIN commitment_text x ON x.commitment = c.id WHERE c.dialogue = :dialogue ORDER BY c.number, x.lang;

--: stream naming_deeds(dialogue int) like naming_points
SELECT d.id AS "row:int", c.number AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM commitment c JOIN deed d ON d.commitment = c.id JOIN deed_text x ON x.deed = d.id
WHERE c.dialogue = :dialogue ORDER BY c.number, d.number, x.lang;

--: stream naming_figures(dialogue int) like naming_points
SELECT d.id AS "row:int", c.number AS "number:int", x.lang AS "lang:text", x.figure AS "body:text"
FROM commitment c JOIN deed d ON d.commitment = c.id JOIN deed_text x ON x.deed = d.id
WHERE c.dialogue = :dialogue ORDER BY c.number, d.number, x.lang;

--: maybe naming_advice(advice int, lang text)
-- The texts that stand beside the one that changes.
SELECT x.title, x.body, x.priority, x.next FROM advice_text x WHERE x.advice = :advice AND x.lang = :lang;

--: maybe naming_answer(advice int, lang text)
SELECT x.reason, x.options FROM answer_text x WHERE x.advice = :advice AND x.lang = :lang;

--: maybe naming_promise(commitment int, lang text)
SELECT x.title, x.body, x.stopped FROM commitment_text x WHERE x.commitment = :commitment AND x.lang = :lang;

--: maybe naming_deed(deed int, lang text)
SELECT x.body, x.figure, d.commitment AS "commitment:int" FROM deed_text x JOIN deed d ON d.id = x.deed
WHERE x.deed = :deed AND x.lang = :lang;

--: stream naming_published(dialogue int) like naming_points
-- The points of the newest edition: they never change, but may still hold the name.
SELECT p.id AS "row:int", p.number AS "number:int", x.lang AS "lang:text", x.body AS "body:text"
FROM point p JOIN point_text x ON x.edition = p.edition AND x.point = p.id
WHERE p.dialogue = :dialogue AND p.edition = (SELECT e.id FROM edition e WHERE e.dialogue = :dialogue
                                              ORDER BY e.number DESC LIMIT 1)
ORDER BY p.number, x.lang;

--: maybe naming_theme(theme int, lang text)
-- The texts of a theme that stand beside the one that changes.
SELECT x.title, x.question, x.context FROM theme_text x WHERE x.theme = :theme AND x.lang = :lang;

--: maybe naming_evening(gathering int, lang text)
SELECT x.title, x.place, x.body FROM gathering_text x WHERE x.gathering = :gathering AND x.lang = :lang;

-- ---- taken back ----

--: run naming_change_add(batch int, part int, thing int, lang text, before text, after text)
-- A text that got a role for a name.
INSERT INTO naming_change (batch, part, thing, lang, before, after)
VALUES (:batch, :part, :thing, :lang, :before, :after);

--: many naming_changes(batch int)
SELECT c.part, c.thing, c.lang, c.before, c.after FROM naming_change c WHERE c.batch = :batch
ORDER BY c.part, c.thing, c.lang LIMIT 1000;

--: run naming_changes_clear(batch int)
-- It was taken back.
DELETE FROM naming_change WHERE batch = :batch;

--: maybe naming_batch(batch int, dialogue int)
-- Whether that act can be taken back here.
SELECT c.batch FROM naming_change c JOIN history h ON h.id = c.batch
WHERE c.batch = :batch AND h.dialogue = :dialogue LIMIT 1;
