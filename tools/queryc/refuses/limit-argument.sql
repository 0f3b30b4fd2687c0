-- refuses: 5: wrong: LIMIT needs a number here, so that everyone sees what it can cost
--: owns house, house_text, visit
--: reads street, words

--: many wrong(house int, most int)
SELECT day FROM visit WHERE house = :house LIMIT :most;
