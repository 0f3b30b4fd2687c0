-- refuses: 6: wrong: only SQLite knows GLOB
--: owns house, house_text, visit
--: reads street, words

--: many wrong(name text)
SELECT name FROM street WHERE name GLOB :name LIMIT 5;
