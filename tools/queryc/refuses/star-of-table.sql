-- refuses: 6: wrong: name the columns instead of *
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT h.id, h.* FROM house h WHERE id = :id;
