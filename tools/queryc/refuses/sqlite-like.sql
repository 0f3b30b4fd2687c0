-- refuses: 6: wrong: only SQLite knows LIKE (it ignores case)
--: owns house, house_text, visit
--: reads street, words

--: many wrong(name text)
SELECT name FROM street WHERE name LIKE :name LIMIT 5;
