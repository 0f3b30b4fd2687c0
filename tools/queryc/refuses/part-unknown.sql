-- refuses: 5: wrong: no part above is named "around"
--: owns house, house_text, visit
--: reads street, words

--: maybe wrong(id int)
SELECT id FROM house WHERE id = :id {around};
