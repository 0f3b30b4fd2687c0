-- What is there to make points of. Each list holds one more than a page.
--: reads point, point_text, point_theme, voice, voice_text, finding, finding_text, finding_code, source, source_text, tables, story, intake
--: include "features/dialogue/dialogue.h"
--: type voice.kind enum kind
--: type finding.kind enum kind
--: type account enum account
--: type reason enum reason

-- The inner question of each list is answered by an index that holds the words (voice_worded), so that looking
-- through a theme reads no voice; the outer one fetches the few that fit.

--: part voices_asked
-- Of those, what was asked for; one more than a page holds.
      AND (:kind IS NULL OR w.kind = :kind) AND (:at_table IS NULL OR w.at_table = :at_table)
      AND (:said_in = '' OR w.lang = :said_in)
      AND (:channel IS NULL OR :channel = coalesce((SELECT c.channel FROM intake c WHERE c.voice = w.id), -1))
      AND (:words = '' OR w.body LIKE :words ESCAPE '\' OR EXISTS (
          SELECT 1 FROM voice_text y WHERE y.voice = w.id AND y.lang = nullif(:lang, w.lang)
          AND y.body LIKE :words ESCAPE '\'))
      ORDER BY w.number LIMIT 51) AS hit
JOIN voice v ON v.id = hit.id
LEFT JOIN voice_text x ON x.voice = v.id AND x.lang = nullif(:lang, v.lang)
LEFT JOIN tables t ON t.id = v.at_table
ORDER BY v.number LIMIT 51;

--: part voices
-- Voices as the desk shows them.
SELECT v.id, v.number, v.kind, v.account, v.reason, v.lang, v.body, v.visibility = 1 AS "shown:bool",
       v.draft_points, x.body AS "translation:text?", t.round, t.number AS "table_number:int?"
FROM (SELECT w.id FROM voice w

--: many desk_voices_unused(theme int, lang text, kind enum kind?, at_table int?, channel int?, said_in text,
--:                         words text, after int)
-- Voices of a theme under no point of the draft. `words`: a pattern with \ before its signs; `channel` -1: came
-- in with a folder; empty: any. The plus keeps out a narrower index, which would fetch every voice.
-- sqlite: LIKE ignores the case of letters, for which others have ILIKE
-- sort: the rows of one page
{voices}
      WHERE w.theme = :theme AND w.account = 0 AND w.number > :after AND +w.draft_points = 0
      AND (w.visibility = 1 OR EXISTS (
          SELECT 1 FROM intake i WHERE i.voice = w.id AND i.consent = 1
          AND i.state = 2 AND i.hidden_for IS NULL))
{voices_asked}

--: many desk_voices_all(theme int, lang text, kind enum kind?, at_table int?, channel int?, said_in text,
--:                      words text, after int) like desk_voices_unused
-- Every voice of a theme that everybody may read, also under points; not those set aside.
-- sqlite: LIKE ignores the case of letters, for which others have ILIKE
-- sort: the rows of one page
{voices}
      WHERE w.theme = :theme AND w.account = 0 AND w.number > :after AND +w.visibility = 1
{voices_asked}

--: many desk_voices_aside(theme int, lang text, kind enum kind?, at_table int?, channel int?, said_in text,
--:                      words text, after int) like desk_voices_unused
-- Voices of a theme that were set aside.
-- sqlite: LIKE ignores the case of letters, for which others have ILIKE
-- sort: the rows of one page
{voices}
      WHERE w.theme = :theme AND w.account = 1 AND w.number > :after AND (w.visibility = 1 OR EXISTS (
          SELECT 1 FROM intake i WHERE i.voice = w.id AND i.consent = 1
          AND i.state = 2 AND i.hidden_for IS NULL
          AND w.visibility = 2))
{voices_asked}

--: many desk_voice_bodies(theme int, after int)
-- The words of what comes next under no point, to see which say nearly the same.
SELECT v.number, v.body FROM voice v
WHERE v.theme = :theme AND v.draft_points = 0 AND v.account = 0
AND v.visibility = 1 AND v.number > :after ORDER BY v.number LIMIT 300;

--: part findings
-- Findings as the desk shows them.
SELECT f.id, f.number, f.kind, f.account, f.reason, f.draft_points, coalesce(x.body, o.body) AS "body:text",
       coalesce(x.lang, o.lang) AS "lang:text", f.page,
       coalesce(sx.title, so.title) AS "source:text", coalesce(sx.lang, so.lang) AS "source_lang:text",
       t.round, t.number AS "table_number:int?"
FROM finding f
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
JOIN source_text so ON so.source = f.source AND so.lang = :own
LEFT JOIN source_text sx ON sx.source = f.source AND sx.lang = :lang
LEFT JOIN tables t ON t.id = f.at_table

--: part findings_asked
-- Of those, what was asked for; one more than a page holds.
AND (:kind IS NULL OR f.kind = :kind) AND (:at_table IS NULL OR f.at_table = :at_table)
AND (:source IS NULL OR f.source = :source)
AND (:code = '' OR EXISTS (SELECT 1 FROM finding_code c WHERE c.finding = f.id AND c.code = :code))
AND (:words = '' OR o.body LIKE :words ESCAPE '\' OR x.body LIKE :words ESCAPE '\')
ORDER BY f.number LIMIT 51;

--: many desk_findings_unused(theme int, own text, lang text, kind enum kind?, at_table int?, source int?,
--:     code text, words text, after int)
-- Findings of a theme under no point of the draft.
-- sqlite: LIKE ignores the case of letters, for which others have ILIKE
{findings}
WHERE f.theme = :theme AND f.draft_points = 0 AND f.account = 0 AND f.number > :after
{findings_asked}

--: many desk_findings_all(theme int, own text, lang text, kind enum kind?, at_table int?, source int?,
--:     code text, words text, after int) like desk_findings_unused
-- Every finding of a theme, also under points; not those set aside.
-- sqlite: LIKE ignores the case of letters, for which others have ILIKE
{findings}
WHERE f.theme = :theme AND f.account = 0 AND f.number > :after
{findings_asked}

--: many desk_findings_aside(theme int, own text, lang text, kind enum kind?, at_table int?, source int?,
--:     code text, words text, after int) like desk_findings_unused
-- Findings of a theme that were set aside.
-- sqlite: LIKE ignores the case of letters, for which others have ILIKE
{findings}
WHERE f.theme = :theme AND f.account = 1 AND f.number > :after
{findings_asked}

--: many desk_points_there(theme int, own text)
-- The points of a theme, to put something under.
SELECT p.number, o.body FROM point_theme h
JOIN point p ON p.edition = 0 AND p.id = h.point
JOIN point_text o ON o.edition = 0 AND o.point = p.id AND o.lang = :own
WHERE h.edition = 0 AND h.theme = :theme ORDER BY h.position, h.point LIMIT 100;

-- ---- what can be chosen in the filter ----

--: many desk_said_in(theme int)
-- The languages in which something was said about a theme.
-- sort: one index of a theme is read, and gives as many rows as there are languages
SELECT v.lang, count(*) AS "voices:int" FROM voice v WHERE v.theme = :theme AND v.account IN (0, 1)
GROUP BY v.lang ORDER BY v.lang LIMIT 100;

--: many desk_sources(theme int, own text, lang text)
-- The sources that say something about a theme.
SELECT s.id, s.slug, coalesce(x.title, o.title) AS "title:text" FROM source s
JOIN source_text o ON o.source = s.id AND o.lang = :own
LEFT JOIN source_text x ON x.source = s.id AND x.lang = :lang
WHERE EXISTS (SELECT 1 FROM finding f WHERE f.theme = :theme AND f.source = s.id) ORDER BY s.position LIMIT 200;

--: many desk_codes(theme int)
-- The codes that researchers gave to findings about a theme.
-- sort: as many rows as there are codes
SELECT DISTINCT c.code FROM finding f JOIN finding_code c ON c.finding = f.id
WHERE f.theme = :theme ORDER BY c.code LIMIT 200;
