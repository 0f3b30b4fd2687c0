-- The report on one page, in each language.
--: owns summary
--: reads dialogue, dialogue_text, voice
--: type machine bool

--: run summary_put(dialogue int, lang text, body text, maker text, machine bool)
-- The summary in one language.
INSERT INTO summary (dialogue, lang, body, maker, machine)
VALUES (:dialogue, :lang, :body, :maker, :machine)
ON CONFLICT (dialogue, lang) DO UPDATE SET body = excluded.body, maker = excluded.maker,
   machine = excluded.machine;

--: run summary_reword(dialogue int, lang text, body text)
-- Other words; who made it stays.
UPDATE summary SET body = :body WHERE dialogue = :dialogue AND lang = :lang;

--: run summary_maker_reword(dialogue int, lang text, maker text)
UPDATE summary SET maker = :maker WHERE dialogue = :dialogue AND lang = :lang;

--: run summary_delete(dialogue int, lang text)
-- No longer in this language.
DELETE FROM summary WHERE dialogue = :dialogue AND lang = :lang;

--: run summaries_clear(dialogue int)
-- In no language.
DELETE FROM summary WHERE dialogue = :dialogue;

--: maybe summary_find(dialogue int, lang text)
-- The summary in one language.
SELECT s.body, s.maker, s.machine FROM summary s WHERE s.dialogue = :dialogue AND s.lang = :lang;

--: maybe summary_head(dialogue int, lang text)
-- Title and question of the dialogue, in that language as far as they are translated.
SELECT coalesce(x.lang, o.lang) AS "lang:text", coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text"
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
WHERE d.id = :dialogue;

--: many summary_all(dialogue int)
-- In every language, as it is being written.
SELECT s.lang, s.body, s.maker, s.machine FROM summary s WHERE s.dialogue = :dialogue ORDER BY s.lang LIMIT 60;

--: many summary_languages(dialogue int)
-- The languages a dialogue uses: of its texts, of what people said and may be read, of its summaries.
-- Its own first, then those that have a summary.
-- sort: tens of languages
SELECT l.lang AS "lang:text", s.lang IS NOT NULL AS "written:bool", coalesce(s.machine, 0) AS "machine:bool"
FROM (SELECT x.lang FROM dialogue_text x WHERE x.dialogue = :dialogue
      UNION SELECT y.lang FROM summary y WHERE y.dialogue = :dialogue
      UNION SELECT v.lang FROM voice v WHERE v.dialogue = :dialogue AND v.visibility = 1) AS l
JOIN dialogue d ON d.id = :dialogue
LEFT JOIN summary s ON s.dialogue = d.id AND s.lang = l.lang
WHERE l.lang <> '' ORDER BY l.lang <> d.lang, s.lang IS NULL, l.lang LIMIT 60;
