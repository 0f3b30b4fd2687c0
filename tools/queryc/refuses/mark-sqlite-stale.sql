-- refuses: 5: wrong: says sqlite: and is plain SQL
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
-- sqlite: no idea
SELECT id FROM house WHERE id = :id;
