-- refuses: 5: refuses: part of_one is not used (any more)
--: owns house, house_text, visit
--: reads street, words

--: part of_one
WHERE id = :id

--: maybe right(id int)
SELECT id FROM house WHERE id = :id;
