-- refuses: 5: wrong: column "max(day):int" needs a name: AS name
--: owns house, house_text, visit
--: reads street, words

--: one wrong(house int)
SELECT max(day) AS "max(day):int" FROM visit WHERE house = :house;
