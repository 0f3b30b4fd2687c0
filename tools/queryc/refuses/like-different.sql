-- refuses: 7: wrong: its columns are not those of right
--: owns house, house_text, visit
--: reads street, words

--: one right(id int)
SELECT id FROM house WHERE id = :id;
--: one wrong(id int) like right
SELECT id, number FROM house WHERE id = :id;
