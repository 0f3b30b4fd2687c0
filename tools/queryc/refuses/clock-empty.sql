-- refuses: 7: wrong: "unixepoch" reads the clock: hand the time in
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
-- sqlite: no such function elsewhere
SELECT unixepoch() AS "x:int" FROM house WHERE id = :id;
