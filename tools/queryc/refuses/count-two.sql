-- refuses: 5: wrong: count gives one number
--: owns house, house_text, visit
--: reads street, words

--: count wrong(house int)
SELECT count(*), max(day) FROM visit WHERE house = :house;
