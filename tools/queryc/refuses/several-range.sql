-- refuses: 5: wrong: may give several rows: no unique key says which (LIMIT 1?)
--: owns house, house_text, visit
--: reads street, words

--: maybe wrong(id int)
SELECT name FROM street WHERE id > :id;
