-- refuses: 5: wrong: like other: no query above has rows of that name
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int) like other
SELECT id FROM house WHERE id = :id;
