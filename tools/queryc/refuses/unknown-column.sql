-- refuses: 7: wrong: no such column: colour
--: owns house, house_text, visit
--: reads street, words

--: many wrong(street int)
-- The SQL does not fit the schema.
SELECT id, colour
FROM house WHERE street = :street LIMIT 5;
