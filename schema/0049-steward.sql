-- 0049 steward: who deals with the entries of the sociale kaart in a neighbourhood.

CREATE TABLE map_steward (       -- somebody keeps the entries of a neighbourhood right -- small: a few per neighbourhood
    person INTEGER NOT NULL REFERENCES person (id), -- who
    area   INTEGER NOT NULL REFERENCES map_area (id) ON DELETE CASCADE, -- where
    PRIMARY KEY (person, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX map_steward_in ON map_steward (area);
