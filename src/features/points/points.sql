-- Points: everything that writes them, and what other features may ask of them. Edition 0 is the draft.
--: owns point, point_text, point_theme, point_finding, point_voice, point_given, point_shown
--: reads edition, voice, finding, dialogue
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

-- ---- the draft: cleared and written again; points.h has points_draft_clear and point_draft_id ----

--: run point_add(id int, dialogue int, number int, position int, kind enum kind)
-- A point of the draft; `id` comes from point_draft_id.
INSERT INTO point (edition, id, dialogue, number, position, kind)
VALUES (0, :id, :dialogue, :number, :position, :kind);

--: run point_text_put(point int, lang text, body text)
-- Its sentence in one language.
INSERT INTO point_text (edition, point, lang, body) VALUES (0, :point, :lang, :body)
ON CONFLICT (edition, point, lang) DO UPDATE SET body = excluded.body;

--: run point_theme_add(point int, theme int, position int, rank int)
-- Where it stands: rank 0 is its home, then 1, 2, …; position is its order within the theme.
INSERT INTO point_theme (edition, theme, position, point, rank)
VALUES (0, :theme, :position, :point, :rank);

--: run point_finding_add(point int, finding int)
-- It rests on this finding.
INSERT INTO point_finding (edition, point, finding) VALUES (0, :point, :finding);

--: run point_voice_add(point int, voice int)
-- It rests on this voice.
INSERT INTO point_voice (edition, point, voice) VALUES (0, :point, :voice);

--: maybe point_given_id(dialogue int, number int)
-- The id a number was given, in the draft or in any edition.
SELECT g.id FROM point_given g WHERE g.dialogue = :dialogue AND g.number = :number;

--: one point_next_id()
-- An id that no point ever had, in any dialogue.
SELECT coalesce((SELECT g.id FROM point_given g ORDER BY g.id DESC LIMIT 1), 0) + 1 AS "id:int" LIMIT 1;

--: count point_next_number(dialogue int)
-- A number that no point of this dialogue ever had.
SELECT coalesce(max(g.number), 0) + 1 FROM point_given g WHERE g.dialogue = :dialogue;

--: run draft_texts_clear(dialogue int)
DELETE FROM point_text WHERE edition = 0
AND point IN (SELECT p.id FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue);

--: run draft_themes_clear(dialogue int)
DELETE FROM point_theme WHERE edition = 0
AND point IN (SELECT p.id FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue);

--: run draft_findings_clear(dialogue int)
DELETE FROM point_finding WHERE edition = 0
AND point IN (SELECT p.id FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue);

--: run draft_voices_clear(dialogue int)
DELETE FROM point_voice WHERE edition = 0
AND point IN (SELECT p.id FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue);

--: run draft_points_clear(dialogue int)
DELETE FROM point WHERE edition = 0 AND dialogue = :dialogue;

-- ---- one point of the draft, whole; points.h has point_state_read and point_state_write ----

--: maybe draft_point(point int)
-- The point itself.
SELECT p.dialogue, p.number, p.kind, p.position FROM point p WHERE p.edition = 0 AND p.id = :point;

--: many draft_point_texts(point int)
SELECT x.lang, x.body FROM point_text x WHERE x.edition = 0 AND x.point = :point ORDER BY x.lang LIMIT 50;

--: many draft_point_themes(point int)
SELECT h.theme, h.position, h.rank FROM point_theme h
WHERE h.edition = 0 AND h.point = :point ORDER BY h.rank LIMIT 1000;

--: many draft_point_findings(point int)
SELECT r.finding FROM point_finding r WHERE r.edition = 0 AND r.point = :point ORDER BY r.finding LIMIT 100000;

--: many draft_point_voices(point int)
SELECT r.voice FROM point_voice r WHERE r.edition = 0 AND r.point = :point ORDER BY r.voice LIMIT 100000;

--: run draft_point_texts_clear(point int)
DELETE FROM point_text WHERE edition = 0 AND point = :point;

--: run draft_point_themes_clear(point int)
DELETE FROM point_theme WHERE edition = 0 AND point = :point;

--: run draft_point_findings_clear(point int)
DELETE FROM point_finding WHERE edition = 0 AND point = :point;

--: run draft_point_voices_clear(point int)
DELETE FROM point_voice WHERE edition = 0 AND point = :point;

--: run draft_point_clear(point int)
DELETE FROM point WHERE edition = 0 AND id = :point;

--: count draft_next_position(dialogue int)
-- Behind every other point of the draft.
SELECT coalesce(max(p.position), 0) + 1 FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue;

-- ---- publishing: the draft copied under a new edition; points.h has points_publish ----

--: run publish_points(dialogue int, edition int)
-- With what each rests on, counted once: an edition never changes.
INSERT INTO point (edition, id, dialogue, number, position, kind, findings, voices, tables)
SELECT :edition, p.id, p.dialogue, p.number, p.position, p.kind,
       (SELECT count(*) FROM point_finding r WHERE r.edition = 0 AND r.point = p.id),
       (SELECT count(*) FROM point_voice r WHERE r.edition = 0 AND r.point = p.id),
       (SELECT count(*) FROM (
            SELECT f.at_table FROM point_finding r JOIN finding f ON f.id = r.finding
            WHERE r.edition = 0 AND r.point = p.id AND f.at_table IS NOT NULL
            UNION
            SELECT v.at_table FROM point_voice r JOIN voice v ON v.id = r.voice
            WHERE r.edition = 0 AND r.point = p.id AND v.at_table IS NOT NULL
        ) AS raised)
FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue;

--: run publish_texts(dialogue int, edition int)
INSERT INTO point_text (edition, point, lang, body)
SELECT :edition, x.point, x.lang, x.body
FROM point p JOIN point_text x ON x.edition = p.edition AND x.point = p.id
WHERE p.edition = 0 AND p.dialogue = :dialogue;

--: run publish_themes(dialogue int, edition int)
INSERT INTO point_theme (edition, theme, position, point, rank)
SELECT :edition, x.theme, x.position, x.point, x.rank
FROM point p JOIN point_theme x ON x.edition = p.edition AND x.point = p.id
WHERE p.edition = 0 AND p.dialogue = :dialogue;

--: run publish_findings(dialogue int, edition int)
INSERT INTO point_finding (edition, point, finding)
SELECT :edition, x.point, x.finding
FROM point p JOIN point_finding x ON x.edition = p.edition AND x.point = p.id
WHERE p.edition = 0 AND p.dialogue = :dialogue;

--: run publish_voices(dialogue int, edition int)
INSERT INTO point_voice (edition, point, voice)
SELECT :edition, x.point, x.voice
FROM point p JOIN point_voice x ON x.edition = p.edition AND x.point = p.id
WHERE p.edition = 0 AND p.dialogue = :dialogue;

--: run publish_shown(dialogue int, edition int)
-- What the page of each theme says of its points, for readers of every language an edition has words in.
-- sort: the languages of one edition, when it appears
INSERT INTO point_shown (edition, theme, reader, position, point, number, kind, lang, body,
                         findings, voices, tables)
SELECT h.edition, h.theme, r.lang, h.position, h.point, p.number, p.kind,
       coalesce(x.lang, o.lang), coalesce(x.body, o.body), p.findings, p.voices, p.tables
FROM point p
JOIN dialogue d ON d.id = p.dialogue
CROSS JOIN (SELECT DISTINCT t.lang FROM point q
            JOIN point_text t ON t.edition = q.edition AND t.point = q.id
            WHERE q.edition = :edition AND q.dialogue = :dialogue) AS r
JOIN point_theme h ON h.edition = p.edition AND h.point = p.id
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = d.lang
LEFT JOIN point_text x ON x.edition = p.edition AND x.point = p.id AND x.lang = r.lang
WHERE p.edition = :edition AND p.dialogue = :dialogue;

-- ---- law 2: no point without voices or findings ----

--: many points_unfit(dialogue int)
-- Points of the draft that may not be published: resting on nothing, or standing in no theme.
-- A voice that was erased, withdrawn or never shown carries no point.
SELECT p.number,
       (SELECT count(*) FROM point_finding f WHERE f.edition = 0 AND f.point = p.id)
     + (SELECT count(*) FROM point_voice r JOIN voice v ON v.id = r.voice
        WHERE r.edition = 0 AND r.point = p.id AND v.visibility = 1 AND v.account <> 3) AS "rests_on:int",
       (SELECT count(*) FROM point_theme h WHERE h.edition = 0 AND h.point = p.id) AS "themes:int"
FROM point p
WHERE p.edition = 0 AND p.dialogue = :dialogue
AND (NOT EXISTS (SELECT 1 FROM point_theme h WHERE h.edition = 0 AND h.point = p.id AND h.rank = 0)
     OR (NOT EXISTS (SELECT 1 FROM point_finding f WHERE f.edition = 0 AND f.point = p.id)
         AND NOT EXISTS (SELECT 1 FROM point_voice r JOIN voice v ON v.id = r.voice
                         WHERE r.edition = 0 AND r.point = p.id AND v.visibility = 1
                         AND v.account <> 3)))
ORDER BY p.number LIMIT 100;
