-- refuses: 5: wrong: argument id stands there twice
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int, id int)
SELECT id FROM house WHERE id = :id;
