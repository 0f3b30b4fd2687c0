-- refuses: 5: wrong: many rows need a LIMIT
--: owns house, house_text, visit
--: reads street, words

--: many wrong(house int)
SELECT day FROM visit WHERE house = :house;
