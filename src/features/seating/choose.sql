-- What somebody who comes may know of tables: where they sit, and where is room. Never who else sits there.
--: owns seat
--: reads registration, registration_need, gathering, gathering_text, dialogue, tables, table_plan, theme_text
--: type day day
--: type state int
--: type fixed bool
--: type wheelchair bool

--: maybe choosing_by_code(code bytes, lang text)
-- Whose code this is, and of which gathering.
SELECT r.id, r.gathering, r.state AS "state:int", d.slug AS "slug:text", d.lang AS "own:text",
       g.slug AS "evening:text", g.day, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(n.wheelchair, 0) AS "wheelchair:bool"
FROM registration r
JOIN gathering g ON g.id = r.gathering
JOIN dialogue d ON d.id = g.dialogue
JOIN gathering_text o ON o.gathering = g.id AND o.lang = d.lang
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
LEFT JOIN registration_need n ON n.registration = r.id
WHERE r.code = :code;

--: many choosing_tables(gathering int, own text, lang text)
-- The tables, round by round, and how much of them is taken.
SELECT t.id, t.round, t.number, t.place, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text", coalesce(p.seats, 8) AS "seats:int",
       coalesce(p.wheelchairs, 0) AS "wheelchairs:int", coalesce(p.interpreter, '') AS "interpreter:text",
       (SELECT count(*) FROM seat s JOIN registration r ON r.id = s.registration
        WHERE s.at_table = t.id AND s.round = t.round AND r.state = 0) AS "taken:int",
       (SELECT count(*) FROM seat s JOIN registration r ON r.id = s.registration
        JOIN registration_need n ON n.registration = r.id
        WHERE s.at_table = t.id AND s.round = t.round AND r.state = 0 AND n.wheelchair = 1) AS "wheels:int"
FROM tables t
JOIN theme_text o ON o.theme = t.theme AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.theme AND x.lang = :lang
LEFT JOIN table_plan p ON p.at_table = t.id
WHERE t.gathering = :gathering ORDER BY t.round, t.number LIMIT 2000;

--: many choosing_seats(registration int)
-- Where one person sits.
SELECT s.round, s.at_table, s.fixed FROM seat s WHERE s.registration = :registration ORDER BY s.round LIMIT 24;
