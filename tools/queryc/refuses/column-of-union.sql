-- refuses: 5: wrong: column "id" needs a type: AS "name:type"
--: owns house, house_text, visit
--: reads street, words

--: many wrong(id int)
SELECT id FROM house WHERE id = :id UNION ALL SELECT number FROM house WHERE id = :id LIMIT 9;
