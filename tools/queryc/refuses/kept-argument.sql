-- refuses: 5: wrong: kept takes int and text as arguments, without ?
--: owns house, house_text, visit
--: reads street, words

--: maybe kept wrong(house int?)
SELECT id FROM house WHERE id = :house;
