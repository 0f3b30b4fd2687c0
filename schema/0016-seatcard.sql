-- 0016 seatcard: the code on the card that lies at each seat of a table: it opens, at home, what the table noted.

CREATE TABLE sheet_home (        -- for reading only; the same for all seats of a table -- small: hundreds
    sheet INTEGER PRIMARY KEY REFERENCES sheet (id), -- which sheet
    hash  BLOB NOT NULL UNIQUE   -- SHA-256 of the code on the card
) STRICT;
CREATE TRIGGER sheet_home_goes BEFORE DELETE ON sheet BEGIN
    DELETE FROM sheet_home WHERE sheet = old.id; END;
