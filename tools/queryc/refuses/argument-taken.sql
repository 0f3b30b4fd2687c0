-- refuses: 5: wrong: argument row: that name is taken in C
--: owns house, house_text, visit
--: reads street, words

--: one wrong(row int)
SELECT id FROM house WHERE id = :row;
