-- refuses: 5: wrong: sorts without an index what can be many rows: USE TEMP B-TREE FOR ORDER BY
--: owns house, house_text, visit
--: reads street, words

--: many wrong(house int)
SELECT id FROM visit WHERE house = :house ORDER BY id LIMIT 5;
