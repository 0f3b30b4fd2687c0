-- refuses: 6: shed: column size has no comment

CREATE TABLE shed (              -- for tools
    id   INTEGER PRIMARY KEY
) STRICT;
ALTER TABLE shed ADD COLUMN size INTEGER;
