-- refuses: 5: wrong: maybe only reads; to write use run or add
--: owns house, house_text, visit
--: reads street, words

--: maybe wrong(id int)
DELETE FROM visit WHERE id = :id RETURNING id;
