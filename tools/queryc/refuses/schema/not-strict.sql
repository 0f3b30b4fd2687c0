-- refuses: 3: shed: the table is not STRICT

CREATE TABLE shed (              -- for tools
    id   INTEGER PRIMARY KEY
);
