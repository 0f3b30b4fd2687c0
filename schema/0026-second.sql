-- 0026 second: whether somebody else looked at a report before it appeared, for everybody to read.

CREATE TABLE edition_second (    -- of editions that appeared from the browser -- small: tens
    edition  INTEGER PRIMARY KEY REFERENCES edition (id) ON DELETE CASCADE, -- which edition
    seconded INTEGER NOT NULL CHECK (seconded IN (0, 1)) -- 0: nobody else could, and so nobody did
) STRICT;
