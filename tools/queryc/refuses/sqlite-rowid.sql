-- refuses: 6: wrong: only SQLite knows rowid
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT number FROM house WHERE rowid = :id;
