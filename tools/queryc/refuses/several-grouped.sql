-- refuses: 5: wrong: may give several rows: no unique key says which (LIMIT 1?)
--: owns house, house_text, visit
--: reads street, words

--: count wrong(house int)
SELECT count(*) FROM visit WHERE house = :house GROUP BY day;
