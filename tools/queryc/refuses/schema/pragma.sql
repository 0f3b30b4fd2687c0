-- refuses: 6: schema: PRAGMA does not belong in a migration

CREATE TABLE shed (              -- for tools
    id   INTEGER PRIMARY KEY
) STRICT;
PRAGMA synchronous = off;
