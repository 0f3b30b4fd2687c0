-- refuses: 6: wrong: "CURRENT_TIMESTAMP" reads the clock: hand the time in
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT CURRENT_TIMESTAMP AS "x:text" FROM house WHERE id = :id;
