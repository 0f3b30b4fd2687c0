-- refuses: 5: wrong: column "number:text" is INTEGER in the schema
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT number AS "number:text" FROM house WHERE id = :id;
