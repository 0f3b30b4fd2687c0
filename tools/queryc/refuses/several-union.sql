-- refuses: 5: wrong: may give several rows: no unique key says which (LIMIT 1?)
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT id AS "x:int" FROM house WHERE id = :id UNION ALL SELECT number FROM house WHERE id = :id;
