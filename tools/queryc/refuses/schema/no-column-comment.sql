-- refuses: 5: shed: column name has no comment

CREATE TABLE shed (              -- for tools
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER NOT NULL        -- in square metres
) STRICT;
