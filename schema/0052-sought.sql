-- 0052 sought: words that people look for on the map, and that find nothing.
--
-- A word stands here in letters only when it was asked in so many different hours (features/sought/sought.h).
-- Before that there is a number that cannot be read back without the secret of this data file, and that goes
-- away by itself. Who asked, and what else they asked, is written down nowhere.

CREATE TABLE sought_mark (       -- a word that found nothing, as a number
    mark INTEGER PRIMARY KEY,    -- of word and neighbourhood, made with the secret of this data file
    n    INTEGER NOT NULL CHECK (n > 0), -- different hours in which it was asked
    hour INTEGER NOT NULL        -- the last of them, in hours since 1970
) STRICT;
CREATE INDEX sought_mark_old ON sought_mark (hour, mark);

CREATE TABLE sought (            -- a word that was asked often enough to be read
    id      INTEGER PRIMARY KEY,
    word    TEXT NOT NULL UNIQUE CHECK (word <> ''), -- in small letters, without accents
    n       INTEGER NOT NULL,    -- different hours in which it was asked
    hour    INTEGER NOT NULL,    -- the last of them, in hours since 1970
    outcome INTEGER CHECK (outcome BETWEEN 0 AND 3), -- enum sought_outcome; NULL: it waits
    dealt   INTEGER,             -- instant somebody dealt with it
    dealt_n INTEGER NOT NULL,    -- how often it was asked by then
    voice   INTEGER REFERENCES voice (id) ON DELETE SET NULL, -- as it was brought into a dialogue
    CHECK ((outcome IS NULL) = (dealt IS NULL))
) STRICT;
CREATE INDEX sought_in_order ON sought (outcome, n, id);
CREATE INDEX sought_old ON sought (hour, id);
CREATE INDEX sought_of_voice ON sought (voice);

CREATE TABLE sought_area (       -- the same in one neighbourhood, where it may be told
    sought INTEGER NOT NULL REFERENCES sought (id) ON DELETE CASCADE, -- which word
    area   INTEGER NOT NULL REFERENCES map_area (id) ON DELETE CASCADE, -- where
    n      INTEGER NOT NULL,     -- different hours in which it was asked there
    PRIMARY KEY (sought, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX sought_area_there ON sought_area (area, sought);
