-- refuses: 5: refuses: expected --: part NAME
--: owns house, house_text, visit
--: reads street, words

--: part of one
WHERE id = :id

--: maybe wrong(id int)
SELECT id FROM house {of one};
