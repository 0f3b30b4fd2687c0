-- refuses: 5: wrong: sorts without an index what can be many rows: USE TEMP B-TREE FOR GROUP BY
--: owns house, house_text, visit
--: reads street, words

--: many wrong(street int)
SELECT kind, count(*) AS "houses:int" FROM house WHERE street = :street GROUP BY kind LIMIT 9;
