-- refuses: 3: schema: near "TABEL": syntax error

CREATE TABEL shed (id INTEGER PRIMARY KEY) STRICT;
