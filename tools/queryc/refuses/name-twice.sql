-- refuses: 8: same: @FILE:5 has that name already
--: owns house, house_text, visit
--: reads street, words

--: one same(id int)
SELECT id FROM house WHERE id = :id;

--: one same(id int)
SELECT number FROM house WHERE id = :id;
