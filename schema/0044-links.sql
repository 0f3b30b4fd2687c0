-- 0044 links: a link ends with who got it, and a mail that waits with what it is about.

-- An owner's link ends with the address it was sent to.
ALTER TABLE asking ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)); -- its address is asked no more

CREATE TRIGGER owner_contact_moved AFTER UPDATE OF email ON owner_contact WHEN new.email <> old.email BEGIN
    DELETE FROM mail WHERE kind = 5 AND state <> 1 AND about IN (SELECT q.id FROM asking q
        WHERE q.commitment = old.commitment AND q.department = old.department);
    UPDATE asking SET closed = 1, delivery = CASE WHEN delivery = 0 THEN 2 ELSE delivery END
    WHERE commitment = old.commitment AND department = old.department AND answered IS NULL; END;
CREATE TRIGGER owner_contact_goes BEFORE DELETE ON owner_contact BEGIN
    DELETE FROM mail WHERE kind = 5 AND state <> 1 AND about IN (SELECT q.id FROM asking q
        WHERE q.commitment = old.commitment AND q.department = old.department);
    UPDATE asking SET closed = 1, delivery = CASE WHEN delivery = 0 THEN 2 ELSE delivery END
    WHERE commitment = old.commitment AND department = old.department AND answered IS NULL; END;
-- What a mail that waits is about is gone.
CREATE TRIGGER asking_goes BEFORE DELETE ON asking BEGIN
    DELETE FROM mail WHERE kind = 5 AND about = old.id; END;
CREATE TRIGGER follower_goes BEFORE DELETE ON follower BEGIN
    DELETE FROM mail WHERE kind IN (7, 8) AND about = old.id; END;
CREATE TRIGGER deed_goes BEFORE DELETE ON deed BEGIN
    DELETE FROM mail WHERE kind = 6 AND about = old.id; END;
