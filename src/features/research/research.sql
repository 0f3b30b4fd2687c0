-- What researchers bring: sources, findings and the labels they give them.
--: reads source, source_text, finding, finding_text, finding_code, theme, theme_text
--: include "features/dialogue/dialogue.h"
--: type source.kind enum source_kind
--: type finding.kind enum kind
--: type account enum account
--: type reason enum reason

--: many research_sources(dialogue int, own text)
-- The sources in their order, with where their findings stand in the draft.
SELECT s.id, s.slug, s.kind, s.author, o.title,
       (SELECT count(*) FROM finding f WHERE f.source = s.id) AS "findings:int",
       (SELECT count(*) FROM finding f WHERE f.source = s.id AND f.draft_points > 0) AS "used:int",
       (SELECT count(*) FROM finding f WHERE f.source = s.id AND f.draft_points = 0
        AND f.account = 1) AS "aside:int"
FROM source s JOIN source_text o ON o.source = s.id AND o.lang = :own
WHERE s.dialogue = :dialogue ORDER BY s.position LIMIT 1000;

--: count research_source_next(dialogue int)
-- The place of a new source: behind all others.
SELECT coalesce(max(s.position), 0) + 1 FROM source s WHERE s.dialogue = :dialogue;

--: maybe research_source(dialogue int, slug text, own text)
-- One source.
SELECT s.id, s.slug, s.author, o.title FROM source s
JOIN source_text o ON o.source = s.id AND o.lang = :own
WHERE s.dialogue = :dialogue AND s.slug = :slug;

--: count research_finding_next(dialogue int)
-- A number that no finding has; its place in the order is behind all others too.
SELECT coalesce(max(f.number), 0) + 1 FROM finding f WHERE f.dialogue = :dialogue;

--: many research_findings(source int, own text, code text, waiting bool, aside bool, after int)
-- What a source says, in order of number; one more than a page. `code` empty: with any label or none.
SELECT f.number, f.kind, f.page, f.account, f.reason, f.draft_points, o.body, h.title AS "theme:text?"
FROM finding f
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
LEFT JOIN theme_text h ON h.theme = f.theme AND h.lang = :own
WHERE f.source = :source AND f.number > :after
AND (:code = '' OR EXISTS (SELECT 1 FROM finding_code c WHERE c.finding = f.id AND c.code = :code))
AND (:waiting = 0 OR (f.draft_points = 0 AND f.account = 0)) AND (:aside = 0 OR f.account = 1)
ORDER BY f.number LIMIT 51;

--: many research_labels(source int, first int, last int)
-- The labels of the findings of one page.
-- sort: the findings of one page
SELECT f.number, c.code FROM finding f JOIN finding_code c ON c.finding = f.id
WHERE f.source = :source AND f.number BETWEEN :first AND :last ORDER BY f.number, c.code LIMIT 1000;

--: many research_codes(source int)
-- The labels in a source, and how often.
-- sort: as many rows as there are labels
SELECT c.code, count(*) AS "findings:int" FROM finding f JOIN finding_code c ON c.finding = f.id
WHERE f.source = :source GROUP BY c.code ORDER BY c.code LIMIT 200;

--: many research_codes_of(finding int)
-- The labels of one finding.
SELECT c.code FROM finding_code c WHERE c.finding = :finding ORDER BY c.code LIMIT 20;

--: maybe research_finding(dialogue int, number int, own text)
-- One finding as it stands.
SELECT f.id, f.number, f.position, f.source, f.page, f.theme, t.slug AS "theme_slug:text?", f.at_table, f.kind,
       f.account, f.reason, f.draft_points, o.body, s.slug AS "source_slug:text", so.title AS "source_title:text"
FROM finding f
JOIN finding_text o ON o.finding = f.id AND o.lang = :own
JOIN source s ON s.id = f.source
JOIN source_text so ON so.source = s.id AND so.lang = :own
LEFT JOIN theme t ON t.id = f.theme
WHERE f.dialogue = :dialogue AND f.number = :number;

--: maybe research_said(finding int, lang text)
-- Its words in another language.
SELECT x.body FROM finding_text x WHERE x.finding = :finding AND x.lang = :lang;

--: many research_themes(dialogue int, own text)
-- The themes it may be about.
SELECT t.id, t.slug, o.title FROM theme t JOIN theme_text o ON o.theme = t.id AND o.lang = :own
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;
