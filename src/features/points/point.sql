-- One point: the sentence, what it rests on, and what it is part of.
--: reads point, point_text, point_theme, point_finding, point_voice, edition
--: reads theme, theme_text, finding, voice, tables, gathering, gathering_text, source, source_text
--: reads advice, advice_text, advice_point, point_aside, answer, commitment, commitment_text, deed
--: reads reply
--: reads point_service, service, service_text, organization
--: include "features/dialogue/dialogue.h"
--: type answer.kind enum answer_kind
--: type state enum commitment_state
--: type given day
--: type answer.day day
--: type point_aside.day day
--: type reply.day day
--: type first_due day
--: type kind enum kind
--: type published instant
--: type gathering.day day

--: many point_editions(dialogue int, number int, own text, lang text)
-- The point in every edition that has it, newest first.
SELECT e.id, e.number, e.published, p.id AS "point:int", p.kind, p.findings, p.voices, p.tables,
       coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM edition e
JOIN point p ON p.edition = e.id AND p.dialogue = :dialogue AND p.number = :number
JOIN point_text o ON o.edition = e.id AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = e.id AND x.point = p.id AND x.lang = :lang
WHERE e.dialogue = :dialogue ORDER BY e.number DESC LIMIT 200;

--: many point_themes(edition int, point int, own text, lang text)
-- Where it stands, home first.
SELECT t.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM point_theme h
JOIN theme t ON t.id = h.theme
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE h.edition = :edition AND h.point = :point ORDER BY h.rank LIMIT 100;

--: many point_tables(edition int, point int, own text, lang text)
-- The tables behind it, with how much came from each.
-- sort: what one point rests on
SELECT t.id, t.round, t.number, g.slug AS "gathering:text", g.day,
       coalesce(x.title, o.title) AS "evening:text",
       coalesce(hx.title, ho.title) AS "theme:text", coalesce(hx.lang, ho.lang) AS "theme_lang:text",
       sum(u.findings) AS "findings:int", sum(u.voices) AS "voices:int"
FROM (SELECT f.at_table AS at_table, 1 AS findings, 0 AS voices
      FROM point_finding r JOIN finding f ON f.id = r.finding
      WHERE r.edition = :edition AND r.point = :point
      UNION ALL
      SELECT v.at_table, 0, 1 FROM point_voice r JOIN voice v ON v.id = r.voice
      WHERE r.edition = :edition AND r.point = :point) AS u
JOIN tables t ON t.id = u.at_table
JOIN gathering g ON g.id = t.gathering
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
JOIN theme_text ho ON ho.theme = t.theme AND ho.lang = :own
LEFT JOIN theme_text hx ON hx.theme = t.theme AND hx.lang = :lang
GROUP BY t.id ORDER BY g.position, t.round, t.number LIMIT 500;

--: many point_sources(edition int, point int, own text, lang text)
-- The sources behind it, with how many findings came from each.
-- sort: what one point rests on
SELECT s.id, s.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       count(*) AS "findings:int"
FROM point_finding r
JOIN finding f ON f.id = r.finding
JOIN source s ON s.id = f.source
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text x ON x.source = s.id AND x.lang = :lang
WHERE r.edition = :edition AND r.point = :point
GROUP BY s.id ORDER BY s.position LIMIT 500;

--: many points_beside(edition int, point int, own text, lang text)
-- Other points that rest on some of the same findings or voices.
-- sort: what one point rests on
SELECT p.number, p.kind, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       count(*) AS "shared:int"
FROM (SELECT b.point AS point FROM point_finding a
      JOIN point_finding b ON b.finding = a.finding AND b.edition = a.edition
      WHERE a.edition = :edition AND a.point = :point
      UNION ALL
      SELECT b.point FROM point_voice a
      JOIN point_voice b ON b.voice = a.voice AND b.edition = a.edition
      WHERE a.edition = :edition AND a.point = :point) AS u
JOIN point p ON p.edition = :edition AND p.id = u.point
JOIN point_text o ON o.edition = :edition AND o.point = p.id AND o.lang = :own
LEFT JOIN point_text x ON x.edition = :edition AND x.point = p.id AND x.lang = :lang
WHERE u.point <> :point
GROUP BY p.id ORDER BY p.number LIMIT 50;

-- ---- what became of it ----

--: many point_advices(point int, own text, lang text)
-- The advices that rest on it and were given, with their answers.
SELECT a.number, a.given, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       n.kind AS "answered:int?", n.day
FROM advice_point r JOIN advice a ON a.id = r.advice AND a.given IS NOT NULL
JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN advice_text x ON x.advice = a.id AND x.lang = :lang
LEFT JOIN answer n ON n.advice = a.id
WHERE r.point = :point ORDER BY a.number LIMIT 50;

--: many point_commitments(point int, own text, lang text)
-- What was promised because of those answers, and how often something was done for it.
-- sort: the commitments of one point
SELECT c.number, c.state, c.first_due, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int"
FROM advice_point r JOIN commitment c ON c.advice = r.advice
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
WHERE r.point = :point ORDER BY c.number LIMIT 100;

--: maybe point_put_aside(point int)
-- Why no advice is made from it.
SELECT s.day, s.reason, s.reason_en FROM point_aside s WHERE s.point = :point;

--: maybe point_reply(point int)
-- What the city says to it, when it is a question.
SELECT r.day, r.body, r.body_en, r.url FROM reply r WHERE r.point = :point;

--: many point_entries(point int)
-- What there is for it on the map.
-- sort: what one point has
SELECT s.slug, x.name, g.name AS "organization:text"
FROM point_service r JOIN service s ON s.id = r.service AND s.status IN (0, 3)
JOIN service_text x ON x.service = s.id AND x.lang = 'nl'
JOIN organization g ON g.id = s.organization
WHERE r.point = :point ORDER BY x.name LIMIT 50;
