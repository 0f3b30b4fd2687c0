-- refuses: 5: wrong: only SQLite knows the function group_concat
--: owns house, house_text, visit
--: reads street, words

--: one wrong(house int)
SELECT group_concat(day) AS "days:text" FROM visit WHERE house = :house;
