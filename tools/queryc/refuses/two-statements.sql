-- refuses: 6: wrong: two statements in one query
--: owns house, house_text, visit
--: reads street, words

--: run wrong(id int)
DELETE FROM visit WHERE id = :id; DELETE FROM house WHERE id = :id;
