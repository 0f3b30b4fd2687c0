-- refuses: 8: refuses: part of_one stands there twice
--: owns house, house_text, visit
--: reads street, words

--: part of_one
WHERE id = :id

--: part of_one
WHERE id = :id

--: maybe wrong(id int)
SELECT id FROM house {of_one};
