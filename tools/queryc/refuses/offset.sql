-- refuses: 6: wrong: OFFSET reads what it skips: go on from the last key instead
--: owns house, house_text, visit
--: reads street, words

--: many wrong(house int)
SELECT day FROM visit WHERE house = :house LIMIT 5 OFFSET 5;
