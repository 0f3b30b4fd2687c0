-- 0023 newlink: the link of a table that leaked is replaced by another.

ALTER TABLE sheet ADD COLUMN turn INTEGER NOT NULL DEFAULT 0 CHECK (turn >= 0); -- how often its link was replaced

CREATE TABLE sheet_former (      -- a link that no longer lets anybody in; it says so -- small: seldom
    hash  BLOB PRIMARY KEY,      -- SHA-256 of the code in it
    sheet INTEGER NOT NULL REFERENCES sheet (id) -- of which sheet it was
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_former_of ON sheet_former (sheet);
CREATE TRIGGER sheet_former_goes BEFORE DELETE ON sheet BEGIN
    DELETE FROM sheet_former WHERE sheet = old.id; END;
