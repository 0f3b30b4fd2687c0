-- refuses: 7: wrong: "'now'" reads the clock: hand the time in
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
-- sqlite: no such function elsewhere
SELECT date('now') AS "x:text" FROM house WHERE id = :id;
