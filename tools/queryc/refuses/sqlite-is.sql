-- refuses: 6: wrong: only SQLite knows IS between values (write IS NOT DISTINCT FROM)
--: owns house, house_text, visit
--: reads street, words

--: many wrong(code text)
SELECT name FROM street WHERE code IS :code LIMIT 5;
