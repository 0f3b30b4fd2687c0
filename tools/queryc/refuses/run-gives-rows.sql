-- refuses: 5: wrong: run gives no rows
--: owns house, house_text, visit
--: reads street, words

--: run wrong(id int)
DELETE FROM visit WHERE id = :id RETURNING id;
