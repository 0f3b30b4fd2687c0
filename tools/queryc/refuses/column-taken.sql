-- refuses: 5: wrong: column long: that name is taken in C
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT number AS long FROM house WHERE id = :id;
