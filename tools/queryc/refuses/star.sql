-- refuses: 6: wrong: name the columns instead of *
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT * FROM house WHERE id = :id;
