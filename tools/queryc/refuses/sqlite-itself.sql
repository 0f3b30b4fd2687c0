-- refuses: 5: wrong: sqlite_master belongs to SQLite
--: owns house, house_text, visit
--: reads street, words

--: many wrong()
SELECT name AS "name:text" FROM sqlite_master LIMIT 5;
