-- refuses: 5: wrong: says sort: and needs none
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
-- sort: only a few
SELECT id FROM house WHERE id = :id;
