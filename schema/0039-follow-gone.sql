-- 0039 follow gone: who follows something that goes, follows nothing; another thing may get its number.

CREATE TRIGGER theme_unfollowed AFTER DELETE ON theme BEGIN
    DELETE FROM follow WHERE what = 1 AND about = old.id; END;
CREATE TRIGGER advice_unfollowed AFTER DELETE ON advice BEGIN
    DELETE FROM follow WHERE what = 2 AND about = old.id; END;
CREATE TRIGGER commitment_unfollowed AFTER DELETE ON commitment BEGIN
    DELETE FROM follow WHERE what = 3 AND about = old.id; END;
