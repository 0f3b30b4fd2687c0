-- refuses: 6: wrong: only SQLite knows max or min of several values
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT max(built, seen) AS "x:int?" FROM house WHERE id = :id;
