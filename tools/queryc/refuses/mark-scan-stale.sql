-- refuses: 5: wrong: says scan: and reads no table whole
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
-- scan: only a few
SELECT id FROM house WHERE id = :id;
