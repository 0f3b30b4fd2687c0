-- refuses: 5: wrong: may give several rows: no unique key says which (LIMIT 1?)
--: owns house, house_text, visit
--: reads street, words

--: one wrong(a int, b int)
SELECT id FROM house WHERE id = :a OR id = :b;
