-- refuses: 5: wrong: column "n" needs a type: AS "name:type"
--: owns house, house_text, visit
--: reads street, words

--: one wrong(house int)
SELECT count(*) AS n FROM visit WHERE house = :house;
