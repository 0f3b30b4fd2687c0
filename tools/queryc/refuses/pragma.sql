-- refuses: 5: wrong: only SELECT, INSERT, UPDATE and DELETE belong here
--: owns house, house_text, visit
--: reads street, words

--: count wrong()
PRAGMA synchronous;
