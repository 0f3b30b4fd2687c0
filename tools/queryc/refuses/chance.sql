-- refuses: 6: wrong: random() is chance: hand the value in
--: owns house, house_text, visit
--: reads street, words

--: many wrong(house int)
SELECT id, random() AS "x:int" FROM visit WHERE house = :house LIMIT 5;
