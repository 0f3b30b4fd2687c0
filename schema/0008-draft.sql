-- 0008 draft: what no point of the draft rests on yet, which numbers were given to points, and how points
-- stood before each change, so that it can be taken back.

ALTER TABLE voice ADD COLUMN draft_points INTEGER NOT NULL DEFAULT 0; -- points of the draft that rest on it; kept by triggers
ALTER TABLE finding ADD COLUMN draft_points INTEGER NOT NULL DEFAULT 0; -- points of the draft that rest on it; kept by triggers
UPDATE voice SET draft_points = (SELECT count(*) FROM point_voice r WHERE r.voice = voice.id AND r.edition = 0);
UPDATE finding SET draft_points = (SELECT count(*) FROM point_finding r WHERE r.finding = finding.id AND r.edition = 0);

CREATE TRIGGER voice_under_point AFTER INSERT ON point_voice WHEN new.edition = 0 BEGIN
    UPDATE voice SET draft_points = draft_points + 1 WHERE id = new.voice; END;
CREATE TRIGGER voice_from_point AFTER DELETE ON point_voice WHEN old.edition = 0 BEGIN
    UPDATE voice SET draft_points = draft_points - 1 WHERE id = old.voice; END;
CREATE TRIGGER finding_under_point AFTER INSERT ON point_finding WHEN new.edition = 0 BEGIN
    UPDATE finding SET draft_points = draft_points + 1 WHERE id = new.finding; END;
CREATE TRIGGER finding_from_point AFTER DELETE ON point_finding WHEN old.edition = 0 BEGIN
    UPDATE finding SET draft_points = draft_points - 1 WHERE id = old.finding; END;

-- The first three are always the same for what is asked: so the index is chosen, and counts without the rows.
CREATE INDEX voice_unused ON voice (theme, draft_points, account, number, visibility, kind, at_table)
    WHERE draft_points = 0 AND account = 0;
CREATE INDEX voice_aside ON voice (theme, account, number) WHERE account = 1;
CREATE INDEX finding_unused ON finding (theme, draft_points, account, number, kind, at_table)
    WHERE draft_points = 0 AND account = 0;

CREATE TABLE point_given (       -- every number a point ever had: none is given to another
    id       INTEGER PRIMARY KEY, -- of the point, in every edition
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    number   INTEGER NOT NULL CHECK (number > 0), -- its number in addresses
    UNIQUE (dialogue, number)
) STRICT;
INSERT INTO point_given (id, dialogue, number) SELECT DISTINCT id, dialogue, number FROM point;
CREATE TRIGGER point_numbered AFTER INSERT ON point WHEN new.edition = 0 BEGIN
    INSERT INTO point_given (id, dialogue, number) VALUES (new.id, new.dialogue, new.number)
    ON CONFLICT DO NOTHING; END;
CREATE TRIGGER point_given_goes BEFORE DELETE ON dialogue BEGIN
    DELETE FROM point_given WHERE dialogue = old.id; END;

CREATE TABLE draft_change (      -- how a point of the draft stood before and after one act
    batch  INTEGER NOT NULL REFERENCES history (id), -- the act: a batch of the history
    point  INTEGER NOT NULL REFERENCES point_given (id), -- which point
    before TEXT NOT NULL,        -- its state as points.h writes it; empty: it was not there
    after  TEXT NOT NULL,        -- the same, afterwards
    PRIMARY KEY (batch, point)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_change_of_point ON draft_change (point, batch);
