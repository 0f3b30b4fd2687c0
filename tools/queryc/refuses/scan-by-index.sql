-- refuses: 5: wrong: reads the whole of visit, which grows: SCAN visit USING COVERING INDEX visit_of_house
--: owns house, house_text, visit
--: reads street, words

--: many wrong()
SELECT house, count(*) AS "visits:int" FROM visit GROUP BY house LIMIT 5;
