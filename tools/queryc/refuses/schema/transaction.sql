-- refuses: 3: schema: BEGIN does not belong in a migration

BEGIN; CREATE TABLE shed (              -- for tools
    id   INTEGER PRIMARY KEY
) STRICT;
