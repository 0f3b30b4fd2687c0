-- refuses: 5: wrong: argument number is never used
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int, number int)
SELECT id FROM house WHERE id = :id;
