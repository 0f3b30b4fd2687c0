-- What the report asks of the data: everything a dialogue holds, in one language as far as there is
-- a translation, and its editions.
--: owns edition
--: reads dialogue, dialogue_text, section, image, picture, picture_text, pillar, pillar_text
--: reads theme, theme_text, gathering, gathering_text, programme, programme_text, tables
--: reads source, source_text, finding, voice, story, story_text
--: reads summary, point, point_text, point_theme, point_finding, point_voice
--: type published instant
--: type summary.machine bool

--: maybe report_dialogue(slug text, lang text)
-- The texts of a dialogue.
SELECT d.id, d.slug, d.lang AS "own:text", d.picture,
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text", coalesce(x.summary, o.summary) AS "summary:text",
       coalesce(x.area, o.area) AS "area:text", coalesce(x.notice, o.notice) AS "notice:text"
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
WHERE d.slug = :slug;

--: one report_counts(dialogue int, today day)
-- The numbers on the cover. A table that is still to come is not in a report.
SELECT (SELECT count(*) FROM gathering g JOIN tables t ON t.gathering = g.id
        WHERE g.dialogue = :dialogue AND g.announced = 1 AND g.day <= :today) AS "tables:int",
       (SELECT count(*) FROM finding f WHERE f.dialogue = :dialogue) AS "findings:int",
       (SELECT count(*) FROM voice v WHERE v.dialogue = :dialogue) AS "voices:int",
       (SELECT count(*) FROM point p WHERE p.edition = 0 AND p.dialogue = :dialogue) AS "points:int";

--: many report_sections(dialogue int, own text, lang text)
-- The long texts, in their order.
SELECT o.section, coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.body, o.body) AS "body:text"
FROM section o
LEFT JOIN section x ON x.dialogue = o.dialogue AND x.section = o.section AND x.lang = :lang
WHERE o.dialogue = :dialogue AND o.lang = :own ORDER BY o.section LIMIT 8;

--: many report_pillars(dialogue int, own text, lang text)
-- The concerns.
SELECT coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.body, o.body) AS "body:text"
FROM pillar p
JOIN pillar_text o ON o.pillar = p.id AND o.lang = :own
LEFT JOIN pillar_text x ON x.pillar = p.id AND x.lang = :lang
WHERE p.dialogue = :dialogue ORDER BY p.position LIMIT 100;

--: many report_themes(dialogue int, own text, lang text, today day)
-- The themes with their numbers.
SELECT t.id, t.slug, t.picture, t.open_table, coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.question, o.question) AS "question:text",
       coalesce(x.context, o.context) AS "context:text",
       (SELECT count(*) FROM tables s JOIN gathering g ON g.id = s.gathering
        WHERE s.theme = t.id AND g.announced = 1 AND g.day <= :today) AS "tables:int",
       (SELECT count(*) FROM finding f WHERE f.theme = t.id) AS "findings:int",
       (SELECT count(*) FROM voice v WHERE v.theme = t.id) AS "voices:int"
FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

--: maybe report_picture_of(picture int, own text, lang text)
-- A picture with its words.
SELECT i.hash, i.width, i.height, p.maker, coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.alt, o.alt) AS "alt:text", coalesce(x.caption, o.caption) AS "caption:text"
FROM picture p
JOIN image i ON i.id = p.image
JOIN picture_text o ON o.picture = p.id AND o.lang = :own
LEFT JOIN picture_text x ON x.picture = p.id AND x.lang = :lang
WHERE p.id = :picture;

--: many report_points(dialogue int, own text, lang text)
-- The points of the draft, in order, with how many tables raised them.
SELECT p.id, p.number, p.kind, coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.body, o.body) AS "body:text",
       (SELECT count(*) FROM (
            SELECT f.at_table FROM point_finding pf JOIN finding f ON f.id = pf.finding
            WHERE pf.edition = 0 AND pf.point = p.id AND f.at_table IS NOT NULL
            UNION
            SELECT v.at_table FROM point_voice pv JOIN voice v ON v.id = pv.voice
            WHERE pv.edition = 0 AND pv.point = p.id AND v.at_table IS NOT NULL) AS raised) AS "tables:int"
FROM point p
JOIN point_text o ON o.edition = 0 AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = 0 AND x.point = p.id AND x.lang = :lang
WHERE p.edition = 0 AND p.dialogue = :dialogue ORDER BY p.position LIMIT 20000;

--: stream report_point_themes(dialogue int)
-- Where each point of the draft stands, home first.
SELECT h.point, t.slug, h.rank
FROM theme t JOIN point_theme h ON h.edition = 0 AND h.theme = t.id
WHERE t.dialogue = :dialogue ORDER BY h.point, h.rank;

--: stream report_point_findings(dialogue int)
-- The findings under each point of the draft.
SELECT r.point, f.number
FROM point p JOIN point_finding r ON r.edition = 0 AND r.point = p.id JOIN finding f ON f.id = r.finding
WHERE p.edition = 0 AND p.dialogue = :dialogue ORDER BY r.point, r.finding;

--: stream report_point_voices(dialogue int)
-- The voices under each point of the draft.
SELECT r.point, v.number
FROM point p JOIN point_voice r ON r.edition = 0 AND r.point = p.id JOIN voice v ON v.id = r.voice
WHERE p.edition = 0 AND p.dialogue = :dialogue ORDER BY r.point, r.voice;

--: many report_stories(dialogue int)
-- The stories that may be shown.
SELECT v.number, s.slug, v.salt, v.body
FROM story s JOIN voice v ON v.id = s.voice
WHERE s.dialogue = :dialogue AND v.visibility = 1 ORDER BY s.position LIMIT 100;

--: maybe report_story(dialogue int, number int, own text, lang text)
-- A story as it is now, and whether it may be shown.
SELECT v.body, v.lang, v.visibility, s.signed AS "signed_by:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "title_lang:text"
FROM voice v
JOIN story s ON s.voice = v.id
JOIN story_text o ON o.story = s.voice AND o.lang = :own
LEFT JOIN story_text x ON x.story = s.voice AND x.lang = :lang
WHERE v.dialogue = :dialogue AND v.number = :number;

--: many report_gatherings(dialogue int, own text, lang text, today day)
-- The evenings that took place.
SELECT g.id, g.slug, g.day, g.people, g.about, coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.place, o.place) AS "place:text",
       coalesce(x.body, o.body) AS "body:text",
       (SELECT count(*) FROM tables t WHERE t.gathering = g.id) AS "tables:int"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.announced = 1 AND g.day <= :today ORDER BY g.position LIMIT 100;

--: many report_items(gathering int, own text, lang text)
-- What happened that evening.
SELECT p.kind, p.starts, coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.body, o.body) AS "body:text"
FROM programme p
JOIN programme_text o ON o.programme = p.id AND o.lang = :own
LEFT JOIN programme_text x ON x.programme = p.id AND x.lang = :lang
WHERE p.gathering = :gathering AND p.team = 0 ORDER BY p.position LIMIT 100;

--: many report_sources(dialogue int, own text, lang text)
-- The sources and how much each says.
SELECT s.slug, s.author, s.url, s.kind, s.published AS "published:day?", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(x.title, o.title) AS "title:text", coalesce(x.note, o.note) AS "note:text",
       (SELECT count(*) FROM finding f WHERE f.source = s.id) AS "findings:int"
FROM source s
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text x ON x.source = s.id AND x.lang = :lang
WHERE s.dialogue = :dialogue ORDER BY s.position LIMIT 1000;

--: many report_summaries(dialogue int)
-- The report on one page, in each language.
SELECT lang, body, maker, machine FROM summary WHERE dialogue = :dialogue ORDER BY lang LIMIT 60;

--: maybe report_latest(dialogue int)
-- The newest edition of a dialogue.
SELECT id, number, published, hash, note, body FROM edition
WHERE dialogue = :dialogue ORDER BY number DESC LIMIT 1;

--: maybe report_edition(dialogue int, number int)
-- One edition.
SELECT id, number, published, hash, note, body FROM edition
WHERE dialogue = :dialogue AND number = :number;

--: many report_editions(dialogue int)
-- All editions, newest first, without their bodies.
SELECT id, number, published, hash, note FROM edition
WHERE dialogue = :dialogue ORDER BY number DESC LIMIT 200;

--: maybe report_newest()
-- The dialogue that was published last.
SELECT d.slug FROM edition e JOIN dialogue d ON d.id = e.dialogue
ORDER BY e.published DESC, e.id DESC LIMIT 1;

--: add report_edition_add(dialogue int, number int, published instant, hash text, body text, note text)
-- Keeps a new edition, for ever.
INSERT INTO edition (dialogue, number, published, hash, body, note)
VALUES (:dialogue, :number, :published, :hash, :body, :note);

--: stream report_cited(dialogue int, edition int)
-- Where in which source the points of an edition rest, each place once.
-- sort: what one edition rests on
SELECT DISTINCT p.number, s.slug, f.page
FROM point p
JOIN point_finding r ON r.edition = p.edition AND r.point = p.id
JOIN finding f ON f.id = r.finding
JOIN source s ON s.id = f.source
WHERE p.edition = :edition AND p.dialogue = :dialogue ORDER BY p.number, s.slug, f.page;

--: maybe report_image(hash text)
-- The pixels of a picture, large and small.
SELECT type, bytes, small AS "small:bytes", width, height FROM image WHERE hash = :hash;
