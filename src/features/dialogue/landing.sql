-- The first page of a dialogue, and the list of its themes.
--: reads phase, phase_text, pillar, pillar_text, theme, theme_text, picture, image
--: reads point, point_text, point_theme, finding, voice, dialogue_tally, theme_tally
--: reads tables, gathering, gathering_text, source, source_text, story, story_text
--: include "features/dialogue/terms.h"
--: type phase.phase enum phase
--: type state enum phase_state
--: type point.kind enum kind
--: type source.kind enum source_kind
--: type source.published day
--: type day day
--: type about bool

--: one landing_numbers(dialogue int, edition int, today day)
-- How much there is, no table that is still to come. Points are those of the edition.
SELECT (SELECT count(*) FROM gathering g JOIN tables t ON t.gathering = g.id
        WHERE g.dialogue = :dialogue AND g.announced = 1 AND g.day <= :today) AS "tables:int",
       n.findings, n.voices,
       (SELECT count(*) FROM point p
        WHERE p.edition = :edition AND p.dialogue = :dialogue) AS "points:int"
FROM dialogue_tally n WHERE n.dialogue = :dialogue;

--: many landing_phases(dialogue int, own text, lang text)
-- How far it is.
SELECT p.phase, p.state, coalesce(x.moment, o.moment, '') AS "moment:text",
       coalesce(x.lang, o.lang, :own) AS "lang:text"
FROM phase p
LEFT JOIN phase_text o ON o.dialogue = p.dialogue AND o.phase = p.phase AND o.lang = :own
LEFT JOIN phase_text x ON x.dialogue = p.dialogue AND x.phase = p.phase AND x.lang = :lang
WHERE p.dialogue = :dialogue ORDER BY p.phase LIMIT 5;

--: many landing_pillars(dialogue int, own text, lang text)
-- The concerns.
SELECT p.id, coalesce(x.title, o.title) AS "title:text", coalesce(x.body, o.body) AS "body:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM pillar p
JOIN pillar_text o ON o.pillar = p.id AND o.lang = :own
LEFT JOIN pillar_text x ON x.pillar = p.id AND x.lang = :lang
WHERE p.dialogue = :dialogue ORDER BY p.position LIMIT 20;

--: many landing_themes(dialogue int, edition int, own text, lang text, today day)
-- The themes with a picture and how much there is about each.
SELECT t.slug, t.pillar, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text", coalesce(x.lang, o.lang) AS "lang:text",
       i.hash AS "hash:text?", i.width AS "width:int?", i.height AS "height:int?",
       (SELECT count(*) FROM point_theme h
        WHERE h.edition = :edition AND h.theme = t.id) AS "points:int",
       (SELECT count(*) FROM tables s JOIN gathering g ON g.id = s.gathering
        WHERE s.theme = t.id AND g.announced = 1 AND g.day <= :today) AS "tables:int",
       n.findings, n.voices
FROM theme t
JOIN theme_tally n ON n.theme = t.id
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
LEFT JOIN picture p ON p.id = t.picture
LEFT JOIN image i ON i.id = p.image
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: many landing_across(dialogue int, edition int, own text, lang text)
-- The first points that stand in several themes, with what each rests on.
SELECT p.id, p.number, p.kind, coalesce(x.body, o.body) AS "body:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       p.findings, p.voices, p.tables
FROM point p
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = p.edition AND x.point = p.id AND x.lang = :lang
WHERE p.edition = :edition AND p.dialogue = :dialogue
AND EXISTS (SELECT 1 FROM point_theme h WHERE h.edition = p.edition AND h.point = p.id AND h.rank = 1)
ORDER BY p.position LIMIT 8;

--: many landing_point_themes(edition int, point int, own text, lang text)
-- Where a point stands, home first.
SELECT t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM point_theme h
JOIN theme t ON t.id = h.theme
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE h.edition = :edition AND h.point = :point ORDER BY h.rank LIMIT 20;

--: many landing_gatherings(dialogue int, own text, lang text, today day)
-- The gatherings in their order, those that are still to come before the others.
SELECT g.slug, g.day, g.picture, g.people, g.about, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.place, o.place) AS "place:text", coalesce(x.body, o.body) AS "body:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM tables t WHERE t.gathering = g.id) AS "tables:int"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.announced = 1
ORDER BY CASE WHEN g.day >= :today THEN 0 ELSE 1 END, g.position LIMIT 4;

--: many landing_sources(dialogue int, own text, lang text)
-- The first sources with how much each says.
SELECT s.slug, s.kind, s.author, s.published, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM finding f WHERE f.source = s.id) AS "findings:int"
FROM source s
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text x ON x.source = s.id AND x.lang = :lang
WHERE s.dialogue = :dialogue ORDER BY s.position LIMIT 5;

--: many landing_stories(dialogue int, own text, lang text)
-- The first stories that may be shown, each with how it begins.
SELECT s.slug, s.signed AS "by:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", substr(v.body, 1, 240) AS "opening:text",
       v.lang AS "voice_lang:text", length(v.body) > 240 AS "more:bool"
FROM story s
JOIN voice v ON v.id = s.voice
JOIN story_text o ON o.story = s.voice AND o.lang = :own
LEFT JOIN story_text x ON x.story = s.voice AND x.lang = :lang
WHERE s.dialogue = :dialogue AND v.visibility = 1 ORDER BY s.position LIMIT 2;
