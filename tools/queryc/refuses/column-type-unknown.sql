-- refuses: 5: wrong: column "number:float": unknown type
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT number AS "number:float" FROM house WHERE id = :id;
