-- For papers: what lies under a point, and the advices with a commitment in their order.
--: reads point, point_text, point_voice, point_finding, voice, voice_text, finding, finding_text, source, source_text
--: reads tables, gathering_text, gathering
--: include "features/dialogue/dialogue.h"
--: type kind enum kind

--: many paper_voices(dialogue int, edition int, point int, own text)
-- The voices under a point that everybody may read, in the words they were said in, and in those of the dialogue.
SELECT v.number, v.lang, v.body, w.body AS "own_words:text?", t.number AS "at_table:int?"
FROM point p
JOIN point_voice r ON r.edition = p.edition AND r.point = p.id
JOIN voice v ON v.id = r.voice AND v.visibility = 1
LEFT JOIN voice_text w ON w.voice = v.id AND w.lang = :own AND v.lang <> :own
LEFT JOIN tables t ON t.id = v.at_table
WHERE p.edition = :edition AND p.dialogue = :dialogue AND p.number = :point ORDER BY r.voice LIMIT 60;

--: many paper_findings(dialogue int, edition int, point int, own text, lang text)
SELECT f.number, f.page, coalesce(x.body, o.body) AS "body:text", coalesce(x.lang, o.lang) AS "lang:text",
       coalesce(y.title, s.title) AS "source:text"
FROM point p
JOIN point_finding r ON r.edition = p.edition AND r.point = p.id
JOIN finding f ON f.id = r.finding
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN finding_text x ON x.finding = f.id AND x.lang = :lang
JOIN source_text s ON s.source = f.source AND s.lang = :own
LEFT JOIN source_text y ON y.source = f.source AND y.lang = :lang
WHERE p.edition = :edition AND p.dialogue = :dialogue AND p.number = :point ORDER BY r.finding LIMIT 60;
