-- refuses: 5: wrong: only SQLite knows the function ifnull
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT ifnull(built, 0) AS "built:int" FROM house WHERE id = :id;
