-- refuses: 5: wrong: column id stands there twice
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT h.id, s.id FROM house h JOIN street s ON s.id = h.street WHERE h.id = :id;
