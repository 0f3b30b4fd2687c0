-- refuses: 5: wrong: only SELECT, INSERT, UPDATE and DELETE belong here
--: owns house, house_text, visit
--: reads street, words

--: run wrong()
CREATE TABLE shed (id INTEGER PRIMARY KEY);
