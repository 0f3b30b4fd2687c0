-- What the pages that set up a dialogue ask: each text in the language that is asked for, the order of
-- things, and what hangs on them. Writing is done by the features that own the tables.
--: owns edition_second
--: reads dialogue, dialogue_text, phase, phase_text, section, municipality
--: reads theme, theme_text, theme_tally, pillar, pillar_text, neighbourhood
--: reads tables, finding, voice, point, point_text, point_theme, point_voice, edition
--: reads intake, objection, care, dialogue_tally, picture, picture_text, history, role, person
--: include "features/dialogue/terms.h"
--: include "features/history/history.h"
--: type act enum act
--: type phase.phase enum phase
--: type phase.state enum phase_state
--: type section.section enum section
--: type open_table bool
--: type invented bool
--: type dialogue.licence enum licence
--: type edition.published instant

-- ---- the dialogue ----

--: maybe setup_subject(slug text)
-- The dialogue that is named.
SELECT id, lang AS "own:text" FROM dialogue WHERE slug = :slug;

--: one setup_next()
-- The place of a new dialogue: behind all others.
SELECT coalesce(max(position), 0) + 1 AS "position:int" FROM dialogue;

--: maybe setup_texts(dialogue int, lang text)
-- Its texts in one language.
SELECT title, question, summary, area, notice FROM dialogue_text
WHERE dialogue = :dialogue AND lang = :lang;

--: maybe setup_phase(dialogue int, phase enum phase, own text, other text)
-- A phase, and when it is in two languages.
SELECT p.state, coalesce(o.moment, '') AS "own:text", coalesce(x.moment, '') AS "other:text"
FROM phase p
LEFT JOIN phase_text o ON o.dialogue = p.dialogue AND o.phase = p.phase AND o.lang = :own
LEFT JOIN phase_text x ON x.dialogue = p.dialogue AND x.phase = p.phase AND x.lang = :other
WHERE p.dialogue = :dialogue AND p.phase = :phase;

--: maybe setup_section(dialogue int, section enum section, lang text)
-- A long text in one language.
SELECT body FROM section WHERE dialogue = :dialogue AND section = :section AND lang = :lang;

--: many setup_sections(dialogue int, own text)
-- Which long texts there are.
SELECT section FROM section WHERE dialogue = :dialogue AND lang = :own ORDER BY section LIMIT 8;

--: one setup_licence(dialogue int)
-- What may be done with its open data.
SELECT licence FROM dialogue WHERE id = :dialogue;

-- ---- themes ----

--: many setup_themes(dialogue int, own text)
-- The themes in their order.
SELECT t.id, t.slug, t.position, t.open_table, x.title, x.question
FROM theme t JOIN theme_text x ON x.theme = t.id AND x.lang = :own
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: maybe setup_theme(dialogue int, slug text)
-- One theme.
SELECT id, slug, position, pillar, picture, open_table FROM theme
WHERE dialogue = :dialogue AND slug = :slug;

--: maybe setup_theme_text(theme int, lang text)
-- Its texts in one language.
SELECT title, question, context FROM theme_text WHERE theme = :theme AND lang = :lang;

--: one setup_theme_hangs(theme int)
-- What would lose its place without this theme.
SELECT (SELECT count(*) FROM tables s WHERE s.theme = :theme) AS "tables:int",
       (SELECT count(*) FROM finding f WHERE f.theme = :theme) AS "findings:int",
       (SELECT count(*) FROM voice v WHERE v.theme = :theme) AS "voices:int",
       (SELECT count(*) FROM point_theme h WHERE h.edition = 0 AND h.theme = :theme) AS "points:int";

--: maybe setup_theme_published(theme int)
-- A published report in which the theme stands.
SELECT e.number AS "edition:int"
FROM edition e JOIN point_theme h ON h.edition = e.id AND h.theme = :theme
WHERE e.id > 0 LIMIT 1;

--: many setup_pillars(dialogue int, own text)
-- The concerns a theme can stand under, in their order.
SELECT p.id, p.slug, p.position, x.title, x.body
FROM pillar p JOIN pillar_text x ON x.pillar = p.id AND x.lang = :own
WHERE p.dialogue = :dialogue ORDER BY p.position, p.id LIMIT 20;

--: maybe setup_pillar_text(pillar int, lang text)
-- Its texts in one language.
SELECT title, body FROM pillar_text WHERE pillar = :pillar AND lang = :lang;

--: count setup_pillar_themes(pillar int)
-- How many themes stand under it.
SELECT count(*) FROM theme t WHERE t.pillar = :pillar;

-- ---- the desk: what waits ----

--: one setup_waits(dialogue int, now int)
-- How much there is to do. What rests on no point is counted up to a thousand: more is "many".
SELECT (SELECT count(*) FROM intake i WHERE i.dialogue = :dialogue AND i.state = 0) AS "waiting:int",
       (SELECT count(*) FROM intake i WHERE i.dialogue = :dialogue AND i.state = 1) AS "held:int",
       (SELECT count(*) FROM objection b WHERE b.dialogue = :dialogue AND b.decided IS NULL) AS "objections:int",
       (SELECT count(*) FROM care c WHERE c.dialogue = :dialogue AND c.closed IS NULL) AS "care:int",
       (SELECT count(*) FROM care c WHERE c.dialogue = :dialogue AND c.closed IS NULL
        AND c.due < :now) AS "late:int",
       (SELECT count(*) FROM (SELECT v.id FROM voice v
                              WHERE v.dialogue = :dialogue AND v.visibility = 1 AND v.account = 0
                              AND NOT EXISTS (SELECT 1 FROM point_voice r
                                              WHERE r.voice = v.id AND r.edition = 0)
                              LIMIT 1001) AS loose) AS "loose:int",
       (SELECT count(*) FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue) AS "points:int",
       (SELECT count(*) FROM neighbourhood n WHERE n.dialogue = :dialogue) AS "neighbourhoods:int",
       (SELECT n.themes FROM dialogue_tally n WHERE n.dialogue = :dialogue) AS "themes:int",
       (SELECT n.voices FROM dialogue_tally n WHERE n.dialogue = :dialogue) AS "voices:int";

-- ---- neighbourhoods ----

--: many setup_hoods(dialogue int)
-- The neighbourhoods in their order.
SELECT id, slug, position, name, code FROM neighbourhood
WHERE dialogue = :dialogue ORDER BY position, id LIMIT 1000;

--: maybe setup_hood(dialogue int, slug text)
-- One neighbourhood.
SELECT id, position, name, code, inhabitants FROM neighbourhood WHERE dialogue = :dialogue AND slug = :slug;

--: count setup_hood_voices(dialogue int, hood int)
-- How many voices are about it. Reads the voices of the dialogue, only when an editor asks to remove it.
SELECT count(*) FROM voice v WHERE v.dialogue = :dialogue AND v.neighbourhood = :hood;

-- ---- publishing ----

--: one setup_draft(dialogue int, edition int, own text, other text)
-- The draft beside an edition: what a new one would hold, and which points miss a translation.
SELECT (SELECT count(*) FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue) AS "points:int",
       (SELECT count(*) FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue
        AND NOT EXISTS (SELECT 1 FROM point o WHERE o.edition = :edition AND o.id = p.id)) AS "added:int",
       (SELECT count(*) FROM point o WHERE o.edition = :edition AND o.dialogue = :dialogue
        AND NOT EXISTS (SELECT 1 FROM point p WHERE p.edition = 0 AND p.id = o.id)) AS "removed:int",
       (SELECT count(*) FROM point p
        JOIN point_text x ON x.edition = 0 AND x.point = p.id AND x.lang = :own
        JOIN point_text y ON y.edition = :edition AND y.point = p.id AND y.lang = :own
        WHERE p.edition = 0 AND p.dialogue = :dialogue AND y.body <> x.body) AS "reworded:int",
       (SELECT count(*) FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue
        AND NOT EXISTS (SELECT 1 FROM point_text x
                        WHERE x.edition = 0 AND x.point = p.id AND x.lang = :other)) AS "untranslated:int",
       (SELECT n.themes FROM dialogue_tally n WHERE n.dialogue = :dialogue) AS "themes:int",
       (SELECT n.findings FROM dialogue_tally n WHERE n.dialogue = :dialogue) AS "findings:int",
       (SELECT n.voices FROM dialogue_tally n WHERE n.dialogue = :dialogue) AS "voices:int";

--: one setup_check(dialogue int)
-- What is left to do before a report appears: voices that everybody may read under no point and not set
-- aside, voices nobody read yet, pictures without a description.
SELECT (SELECT coalesce(sum((SELECT count(*) FROM voice v WHERE v.theme = t.id AND v.draft_points = 0
                             AND v.account = 0 AND v.visibility = 1)), 0)
        FROM theme t WHERE t.dialogue = :dialogue) AS "unused:int",
       (SELECT count(*) FROM intake i WHERE i.dialogue = :dialogue AND i.state = 0) AS "unread:int",
       (SELECT count(*) FROM picture p WHERE p.dialogue = :dialogue
        AND NOT EXISTS (SELECT 1 FROM picture_text x WHERE x.picture = p.id)) AS "undescribed:int";

--: many setup_check_points(dialogue int, own text, other text)
-- The points of the draft in their order, with their words and whether they are translated.
SELECT p.number, x.body, EXISTS (SELECT 1 FROM point_text y WHERE y.edition = 0 AND y.point = p.id
                                 AND y.lang = :other) AS "translated:bool"
FROM point p JOIN point_text x ON x.edition = 0 AND x.point = p.id AND x.lang = :own
WHERE p.edition = 0 AND p.dialogue = :dialogue ORDER BY p.position LIMIT 1000;

--: many setup_check_sections(dialogue int, own text)
-- The long texts in its own language.
SELECT s.section, s.body FROM section s WHERE s.dialogue = :dialogue AND s.lang = :own
ORDER BY s.section LIMIT 8;

-- ---- a second pair of eyes ----

--: many setup_colleagues(dialogue int, person int)
-- Others who may publish here: they work here, and can sign in.
-- sort: a handful of people
SELECT DISTINCT p.id, p.name FROM role r JOIN person p ON p.id = r.person
WHERE (r.dialogue = :dialogue OR r.dialogue IS NULL) AND r.role >= 4 AND p.ended IS NULL
AND p.password <> '' AND p.id <> :person ORDER BY p.name LIMIT 20;

--: count setup_draft_newest(dialogue int, seconded enum act)
-- The last change of what a report says: of the dialogue, a theme or a point, or that one appeared.
SELECT coalesce((SELECT h.id FROM history h WHERE h.dialogue = :dialogue AND h.thing IN (0, 1, 3)
                 AND h.act <> :seconded ORDER BY h.id DESC LIMIT 1), 0) AS "row:int";

--: maybe setup_seconded(dialogue int, seconded enum act, since int, person int, mine bool)
-- Who looked along since: this person, or another.
SELECT p.name FROM history h JOIN person p ON p.id = h.person
WHERE h.thing = 0 AND h.number = :dialogue AND h.act = :seconded AND h.id > :since
AND (h.person = :person) = :mine ORDER BY h.id DESC LIMIT 1;

--: run setup_second_put(edition int, seconded bool)
-- What everybody may know of it.
INSERT INTO edition_second (edition, seconded) VALUES (:edition, :seconded);
