-- refuses: 5: wrong: may give several rows: no unique key says which (LIMIT 1?)
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT h.id, v.day FROM house h JOIN visit v ON v.house = h.id WHERE h.id = :id;
