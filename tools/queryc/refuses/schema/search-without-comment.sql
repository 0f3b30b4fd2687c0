-- refuses: 3: words: the table has no comment

CREATE VIRTUAL TABLE words USING fts5 (body);
