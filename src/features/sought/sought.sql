-- What people look for on the map and do not find.
--: owns sought_mark, sought, sought_area
--: reads map_area, voice, dialogue, theme, theme_text, dialogue_text
--: include "features/sought/sought.h"
--: type sought.outcome enum sought_outcome
--: type dealt instant

--: run sought_mark_put(mark int, hour int)
-- Once an hour at most.
INSERT INTO sought_mark (mark, n, hour) VALUES (:mark, 1, :hour)
ON CONFLICT (mark) DO UPDATE SET n = n + 1, hour = excluded.hour WHERE hour < excluded.hour;

--: one sought_mark_get(mark int)
SELECT m.n, m.hour FROM sought_mark m WHERE m.mark = :mark;

--: run sought_put(word text, n int, hour int, again int)
-- What was dealt with and is asked so much more all the same waits again.
INSERT INTO sought (word, n, hour, dealt_n) VALUES (:word, :n, :hour, 0)
ON CONFLICT (word) DO UPDATE SET n = CASE WHEN excluded.n > n THEN excluded.n ELSE n END, hour = excluded.hour,
    outcome = CASE WHEN outcome < 3 AND excluded.n >= dealt_n + :again THEN NULL ELSE outcome END,
    dealt = CASE WHEN outcome < 3 AND excluded.n >= dealt_n + :again THEN NULL ELSE dealt END;

--: run sought_area_put(word text, area int, n int)
INSERT INTO sought_area (sought, area, n)
SELECT s.id, a.id, :n FROM sought s JOIN map_area a ON a.id = :area WHERE s.word = :word
ON CONFLICT (sought, area) DO UPDATE SET n = excluded.n;

--: many sought_waiting()
-- What was asked most and nobody dealt with.
SELECT s.id, s.word, s.n FROM sought s WHERE s.outcome IS NULL ORDER BY s.n DESC, s.id DESC LIMIT 100;

--: many sought_dealt()
-- What was dealt with, and may be told to everybody.
-- sort: dealt with by hand
SELECT s.id, s.word, s.n, s.outcome, s.dealt, v.number, d.slug
FROM sought s LEFT JOIN voice v ON v.id = s.voice AND v.visibility = 1
LEFT JOIN dialogue d ON d.id = v.dialogue
WHERE s.outcome < 3 ORDER BY s.dealt DESC, s.id LIMIT 100;

--: maybe sought_one(id int)
SELECT s.id, s.word, s.n, s.outcome, s.dealt, s.dealt_n FROM sought s WHERE s.id = :id;

--: many sought_areas(id int)
-- sort: neighbourhoods of one word
SELECT a.slug, a.name, x.n FROM sought_area x JOIN map_area a ON a.id = x.area WHERE x.sought = :id
ORDER BY x.n DESC, a.name LIMIT 100;

--: one sought_figures(least int)
-- scan: words that were asked often
SELECT count(*) FILTER (WHERE s.outcome IS NULL) AS "waiting:int",
    count(*) FILTER (WHERE s.outcome < 3) AS "dealt:int" FROM sought s WHERE s.n >= :least;

--: run sought_deal(id int, outcome enum sought_outcome, dealt instant, voice int?)
UPDATE sought SET outcome = :outcome, dealt = :dealt, dealt_n = n, voice = coalesce(:voice, voice)
WHERE id = :id;

--: many sought_themes()
-- Where something that is missing can be brought in: themes of dialogues that have them.
SELECT t.id, t.dialogue, t.slug, d.slug AS "dialogue_slug:text", d.lang,
    coalesce(tt.title, t.slug) AS "title:text", coalesce(dt.title, d.slug) AS "dialogue_title:text"
FROM dialogue d JOIN theme t ON t.dialogue = d.id
LEFT JOIN theme_text tt ON tt.theme = t.id AND tt.lang = d.lang
LEFT JOIN dialogue_text dt ON dt.dialogue = d.id AND dt.lang = d.lang
ORDER BY d.position DESC, t.position LIMIT 300;

--: run sought_marks_forget(before int)
DELETE FROM sought_mark WHERE hour < :before;

--: run sought_forget(before int)
DELETE FROM sought WHERE hour < :before;
