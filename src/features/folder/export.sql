-- Everything of a dialogue in the order of its folder. For each sheet a query of its rows and one of
-- the texts of those rows in every language.
--: reads dialogue, dialogue_text, neighbourhood, phase, phase_text, section, summary
--: reads image, picture, picture_text, pillar, pillar_text, theme, theme_text, reason
--: reads gathering, gathering_text, programme, programme_text, tables, gathering_plan, table_plan
--: reads source, source_text, finding, finding_text, finding_code, voice, voice_text, story, story_text
--: reads edition, point, point_text, point_theme, point_finding, point_voice
--: reads participation, participation_text, department, advice, advice_text, advice_point, point_aside
--: reads point_given, step, step_kind, answer, answer_text, outcome, commitment, commitment_text
--: reads commitment_owner, commitment_place, commitment_moved, deed, deed_text, note
--: reads asking, verdict, verdict_counted, reply
--: include "features/dialogue/dialogue.h"
--: type dialogue.licence enum licence
--: type summary.machine bool
--: type given day
--: type evaluated day
--: type made day
--: type first_due day
--: type due day
--: type ended day
--: type point_aside.day day
--: type step.day day
--: type answer.day day
--: type outcome.day day
--: type commitment_moved.day day
--: type deed.day day
--: type note.day day
--: type asking.day day
--: type answered day
--: type reply.day day

--: stream out_dialogues()
-- The dialogues with the newest edition of each, 0 when there is none.
SELECT d.id, d.slug, d.lang, d.invented, d.licence, p.slug AS "picture:text?",
       coalesce((SELECT e.id FROM edition e WHERE e.dialogue = d.id
                 ORDER BY e.number DESC LIMIT 1), 0) AS "edition:int"
FROM dialogue d LEFT JOIN picture p ON p.id = d.picture ORDER BY d.position, d.id;

--: stream out_dialogue_texts(dialogue int)
SELECT lang, title, question, summary, area, notice FROM dialogue_text WHERE dialogue = :dialogue;

--: stream out_neighbourhoods(dialogue int)
SELECT slug, name, code, inhabitants FROM neighbourhood WHERE dialogue = :dialogue ORDER BY position, id;

--: stream out_phases(dialogue int)
SELECT phase, state FROM phase WHERE dialogue = :dialogue ORDER BY phase;

--: stream out_phase_texts(dialogue int)
SELECT phase, lang, moment FROM phase_text WHERE dialogue = :dialogue;

--: stream out_sections(dialogue int)
SELECT section, lang, body FROM section WHERE dialogue = :dialogue ORDER BY section, lang;

--: stream out_summaries(dialogue int)
-- In the order of their languages, as the key of the table has them.
SELECT lang, body, maker, machine FROM summary WHERE dialogue = :dialogue ORDER BY lang;

--: stream out_pillars(dialogue int)
SELECT id, slug FROM pillar WHERE dialogue = :dialogue ORDER BY position, id;

--: stream out_pillar_texts(dialogue int)
SELECT x.pillar, x.lang, x.title, x.body
FROM pillar p JOIN pillar_text x ON x.pillar = p.id WHERE p.dialogue = :dialogue;

--: stream out_pictures(dialogue int)
SELECT p.id, p.slug, p.file, p.maker, p.image, i.hash
FROM picture p JOIN image i ON i.id = p.image WHERE p.dialogue = :dialogue ORDER BY p.position, p.id;

--: stream out_picture_texts(dialogue int)
SELECT x.picture, x.lang, x.alt, x.caption
FROM picture p JOIN picture_text x ON x.picture = p.id WHERE p.dialogue = :dialogue;

--: one out_image(image int)
SELECT bytes FROM image WHERE id = :image;

--: stream out_themes(dialogue int)
SELECT t.id, t.slug, l.slug AS "pillar:text?", p.slug AS "picture:text?", t.open_table
FROM theme t LEFT JOIN pillar l ON l.id = t.pillar LEFT JOIN picture p ON p.id = t.picture
WHERE t.dialogue = :dialogue ORDER BY t.position, t.id;

--: stream out_theme_texts(dialogue int)
SELECT x.theme, x.lang, x.title, x.question, x.context
FROM theme t JOIN theme_text x ON x.theme = t.id WHERE t.dialogue = :dialogue;

--: stream out_sources(dialogue int)
SELECT id, slug, kind, author, published AS "published:day?", url
FROM source WHERE dialogue = :dialogue ORDER BY position, id;

--: stream out_source_texts(dialogue int)
SELECT x.source, x.lang, x.title, x.note
FROM source s JOIN source_text x ON x.source = s.id WHERE s.dialogue = :dialogue;

--: stream out_gatherings(dialogue int)
SELECT g.id, g.slug, g.day AS "day:day", g.starts AS "starts:clock?", g.ends AS "ends:clock?",
       g.people, g.about, p.slug AS "picture:text?"
FROM gathering g LEFT JOIN picture p ON p.id = g.picture
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY g.position, g.id;

--: stream out_gathering_texts(dialogue int)
SELECT x.gathering, x.lang, x.title, x.place, x.body
FROM gathering g JOIN gathering_text x ON x.gathering = g.id WHERE g.dialogue = :dialogue AND g.announced = 1;

--: stream out_programme(dialogue int)
SELECT p.id, g.slug, p.starts AS "starts:clock?", p.kind
FROM gathering g JOIN programme p ON p.gathering = g.id AND p.team = 0
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY g.position, p.position, p.id;

--: stream out_programme_texts(dialogue int)
SELECT x.programme, x.lang, x.title, x.body
FROM gathering g JOIN programme p ON p.gathering = g.id AND p.team = 0
JOIN programme_text x ON x.programme = p.id WHERE g.dialogue = :dialogue AND g.announced = 1;

--: stream out_tables(dialogue int)
SELECT g.slug, s.round, s.number, t.slug AS "theme:text", s.place
FROM gathering g JOIN tables s ON s.gathering = g.id JOIN theme t ON t.id = s.theme
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY s.position, s.id;

--: stream out_plans(dialogue int)
-- Who can register, and how many can come; not what the team wrote down.
SELECT g.slug, p.registers AS "registers:bool", p.until AS "until:day?", p.capacity
FROM gathering g JOIN gathering_plan p ON p.gathering = g.id
WHERE g.dialogue = :dialogue AND g.announced = 1
  AND (p.registers = 1 OR p.until IS NOT NULL OR p.capacity IS NOT NULL) ORDER BY g.position, g.id;

--: stream out_seats(dialogue int)
-- How many sit at each table; not who leads it.
SELECT g.slug, s.round, s.number, p.seats, p.wheelchairs, p.interpreter
FROM gathering g JOIN tables s ON s.gathering = g.id JOIN table_plan p ON p.at_table = s.id
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY s.position, s.id;

--: stream out_findings(dialogue int)
-- sort: an export looks at everything once
SELECT f.id, f.number, s.slug AS "source:text", f.page, t.slug AS "theme:text?",
       g.slug AS "gathering:text?", b.round AS "round:int?", b.number AS "at_table:int?", f.kind,
       f.account, f.reason
FROM finding f JOIN source s ON s.id = f.source LEFT JOIN theme t ON t.id = f.theme
LEFT JOIN tables b ON b.id = f.at_table LEFT JOIN gathering g ON g.id = b.gathering
WHERE f.dialogue = :dialogue ORDER BY f.position, f.id;

--: stream out_finding_texts(dialogue int)
SELECT x.finding, x.lang, x.body
FROM finding f JOIN finding_text x ON x.finding = f.id WHERE f.dialogue = :dialogue;

--: stream out_finding_labels(dialogue int)
-- sort: an export looks at everything once
SELECT f.number, c.code FROM finding f JOIN finding_code c ON c.finding = f.id
WHERE f.dialogue = :dialogue ORDER BY f.position, f.id, c.code;

--: stream out_voices(dialogue int)
-- sort: an export looks at everything once
SELECT v.id, v.number, t.slug AS "theme:text?", g.slug AS "gathering:text?",
       b.round AS "round:int?", b.number AS "at_table:int?", n.slug AS "neighbourhood:text?",
       v.kind, v.day AS "day:day?", v.lang, v.body, v.visibility, v.account, v.reason
FROM voice v LEFT JOIN theme t ON t.id = v.theme
LEFT JOIN tables b ON b.id = v.at_table LEFT JOIN gathering g ON g.id = b.gathering
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
WHERE v.dialogue = :dialogue ORDER BY v.position, v.id;

--: stream out_voice_texts(dialogue int)
SELECT x.voice, x.lang, x.body
FROM voice v JOIN voice_text x ON x.voice = v.id WHERE v.dialogue = :dialogue;

--: stream out_stories(dialogue int)
SELECT s.voice, v.number, s.slug, s.signed AS "signed_by:text", v.visibility
FROM story s JOIN voice v ON v.id = s.voice
WHERE s.dialogue = :dialogue ORDER BY s.position, s.voice;

--: stream out_story_texts(dialogue int)
SELECT x.story, x.lang, x.title
FROM story s JOIN story_text x ON x.story = s.voice WHERE s.dialogue = :dialogue;

--: stream out_points(dialogue int, edition int)
SELECT id, number, kind FROM point
WHERE edition = :edition AND dialogue = :dialogue ORDER BY position, id;

--: stream out_point_texts(dialogue int, edition int)
SELECT x.point, x.lang, x.body
FROM point p JOIN point_text x ON x.edition = p.edition AND x.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue;

--: stream out_point_themes(dialogue int, edition int)
-- sort: an export looks at everything once
SELECT p.number, t.slug
FROM point p JOIN point_theme h ON h.edition = p.edition AND h.point = p.id
JOIN theme t ON t.id = h.theme
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.position, p.id, h.rank;

--: stream out_point_findings(dialogue int, edition int)
-- sort: an export looks at everything once
SELECT p.number, f.number AS "other:int"
FROM point p JOIN point_finding r ON r.edition = p.edition AND r.point = p.id
JOIN finding f ON f.id = r.finding
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.position, p.id, f.number;

--: stream out_point_voices(dialogue int, edition int)
-- sort: an export looks at everything once
SELECT p.number, v.number AS "other:int"
FROM point p JOIN point_voice r ON r.edition = p.edition AND r.point = p.id
JOIN voice v ON v.id = r.voice
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.position, p.id, v.number;

-- ---- from advice to deed; what is public leaves out drafts of advice and notes of the team ----

--: maybe out_participation(dialogue int)
-- Nothing when nobody wrote it and days are counted, as in every dialogue.
SELECT d.counts_days, q.ladder AS "ladder:int?", q.evaluated
FROM dialogue d LEFT JOIN participation q ON q.dialogue = d.id
WHERE d.id = :dialogue AND (q.dialogue IS NOT NULL OR d.counts_days = 0) LIMIT 1;

--: stream out_participation_texts(dialogue int)
SELECT lang, could, fixed, weighed, evaluation FROM participation_text WHERE dialogue = :dialogue;

--: stream out_departments(dialogue int)
SELECT slug, name, name_en, portfolio FROM department WHERE dialogue = :dialogue ORDER BY position, id;

--: stream out_advice(dialogue int, drafts int)
SELECT id, number, kind AS "kind:int", given FROM advice
WHERE dialogue = :dialogue AND (:drafts = 1 OR given IS NOT NULL) ORDER BY position, id;

--: stream out_advice_texts(dialogue int)
SELECT x.advice, x.lang, x.title, x.body, x.priority, x.next
FROM advice a JOIN advice_text x ON x.advice = a.id WHERE a.dialogue = :dialogue;

--: stream out_advice_points(dialogue int, edition int, drafts int)
-- Those that stand in the points of this folder.
-- sort: an export looks at everything once
SELECT a.number, p.number AS "other:int"
FROM advice a JOIN advice_point r ON r.advice = a.id
JOIN point p ON p.edition = :edition AND p.id = r.point
WHERE a.dialogue = :dialogue AND (:drafts = 1 OR a.given IS NOT NULL) ORDER BY a.position, a.id, p.number;

--: stream out_points_aside(dialogue int, edition int)
SELECT p.number, s.day, s.reason, s.reason_en
FROM point p JOIN point_aside s ON s.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.number;

--: stream out_step_kinds(dialogue int)
-- What the municipality itself calls the kinds of these steps.
SELECT k.code, k.name, k.name_en FROM step_kind k
WHERE k.name <> '' AND EXISTS (SELECT 1 FROM step s WHERE s.dialogue = :dialogue AND s.kind = k.id)
ORDER BY k.position, k.id;

--: stream out_steps(dialogue int)
SELECT s.number, k.code, a.number AS "advice:int?", s.day, s.title, s.title_en, s.url, s.hash
FROM step s JOIN step_kind k ON k.id = s.kind LEFT JOIN advice a ON a.id = s.advice
WHERE s.dialogue = :dialogue ORDER BY s.position, s.id;

--: stream out_answers(dialogue int)
SELECT a.id, a.number, n.kind AS "kind:int", n.day, n.money, n.url, n.hash
FROM advice a JOIN answer n ON n.advice = a.id WHERE a.dialogue = :dialogue ORDER BY a.position, a.id;

--: stream out_answer_texts(dialogue int)
SELECT x.advice, x.lang, x.reason, x.options
FROM advice a JOIN answer_text x ON x.advice = a.id WHERE a.dialogue = :dialogue;

--: stream out_outcomes(dialogue int)
SELECT a.number, u.number AS "outcome:int", u.kind AS "kind:int", u.day, u.title, u.title_en, u.part, u.url
FROM advice a JOIN outcome u ON u.advice = a.id WHERE a.dialogue = :dialogue
ORDER BY a.position, a.id, u.number;

--: stream out_commitments(dialogue int)
-- sort: an export looks at everything once
SELECT c.id, c.number, a.number AS "advice:int", w.slug AS "owner_slug:text", c.made, c.first_due,
       c.horizon AS "horizon:int", c.state AS "state:int", c.ended, c.budget
FROM commitment c JOIN advice a ON a.id = c.advice JOIN department w ON w.id = c.owner
WHERE c.dialogue = :dialogue ORDER BY c.position, c.id;

--: stream out_commitment_texts(dialogue int)
SELECT x.commitment, x.lang, x.title, x.body, x.stopped
FROM commitment c JOIN commitment_text x ON x.commitment = c.id WHERE c.dialogue = :dialogue;

--: stream out_commitment_owners(dialogue int)
-- sort: an export looks at everything once
SELECT c.number, w.slug FROM commitment c JOIN commitment_owner q ON q.commitment = c.id
JOIN department w ON w.id = q.department
WHERE c.dialogue = :dialogue ORDER BY c.position, c.id, w.position, w.id;

--: stream out_commitment_places(dialogue int)
-- sort: an export looks at everything once
SELECT c.number, n.slug FROM commitment c JOIN commitment_place q ON q.commitment = c.id
JOIN neighbourhood n ON n.id = q.neighbourhood
WHERE c.dialogue = :dialogue ORDER BY c.position, c.id, n.position, n.id;

--: stream out_commitment_moves(dialogue int)
-- sort: an export looks at everything once
SELECT c.number, m.number AS "move:int", m.day, m.due, m.reason, m.reason_en
FROM commitment c JOIN commitment_moved m ON m.commitment = c.id
WHERE c.dialogue = :dialogue ORDER BY c.position, c.id, m.number;

--: stream out_deeds(dialogue int)
-- sort: an export looks at everything once
SELECT d.id, c.number, d.number AS "deed:int", d.day, d.url, d.document, d.hash, p.slug AS "picture:text?"
FROM commitment c JOIN deed d ON d.commitment = c.id LEFT JOIN picture p ON p.id = d.picture
WHERE c.dialogue = :dialogue ORDER BY c.position, c.id, d.number;

--: stream out_deed_texts(dialogue int)
SELECT x.deed, x.lang, x.body, x.figure
FROM commitment c JOIN deed d ON d.commitment = c.id JOIN deed_text x ON x.deed = d.id
WHERE c.dialogue = :dialogue;

--: stream out_notes(dialogue int, team int)
-- sort: an export looks at everything once
SELECT c.number, n.number AS "note:int", n.day, n.is_public AS "is_public:bool", n.body, n.body_en
FROM commitment c JOIN note n ON n.commitment = c.id
WHERE c.dialogue = :dialogue AND (:team = 1 OR n.is_public = 1) ORDER BY c.position, c.id, n.number;

--: stream out_askings(dialogue int)
-- When owners were asked, and what they answered; not by whom or through which link.
-- sort: an export looks at everything once
SELECT c.number, q.number AS "asking:int", w.slug, q.occasion AS "occasion:int", q.day, q.answered,
       q.answer AS "answer:int?"
FROM commitment c JOIN asking q ON q.commitment = c.id JOIN department w ON w.id = q.department
WHERE c.dialogue = :dialogue ORDER BY c.position, c.id, q.number;

--: stream out_verdicts(dialogue int)
-- How many answered what, where it is shown to everybody: from five on.
-- sort: an export looks at everything once
SELECT x.number AS "number:int", x.deed AS "deed:int", x.follows AS "follows:int",
       sum(CASE WHEN x.answer = 0 THEN x.people ELSE 0 END) AS "yes:int",
       sum(CASE WHEN x.answer = 1 THEN x.people ELSE 0 END) AS "partly:int",
       sum(CASE WHEN x.answer = 2 THEN x.people ELSE 0 END) AS "no:int"
FROM (SELECT c.position, c.number, coalesce(d.number, 0) AS deed, v.follows, v.answer, 1 AS people
      FROM commitment c JOIN verdict v ON v.commitment = c.id LEFT JOIN deed d ON d.id = v.deed
      WHERE c.dialogue = :dialogue
      UNION ALL
      SELECT c.position, c.number, k.deed, k.follows, k.answer, k.people
      FROM commitment c JOIN verdict_counted k ON k.commitment = c.id WHERE c.dialogue = :dialogue) AS x
GROUP BY x.position, x.number, x.deed, x.follows HAVING sum(x.people) >= 5
ORDER BY x.position, x.number, x.deed, x.follows;

--: stream out_replies(dialogue int, edition int)
SELECT p.number, r.day, r.body, r.body_en, r.url
FROM point p JOIN reply r ON r.point = p.id
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.number;
