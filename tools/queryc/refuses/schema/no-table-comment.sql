-- refuses: 3: shed: the table has no comment

CREATE TABLE shed (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL -- what people call it
) STRICT;
