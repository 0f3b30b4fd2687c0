-- refuses: 6: wrong: LIMIT with two numbers
--: owns house, house_text, visit
--: reads street, words

--: many wrong(house int)
SELECT day FROM visit WHERE house = :house LIMIT 5, 5;
