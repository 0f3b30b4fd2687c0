-- 0005 erased pictures: whose pixels are gone. A grey sheet stands in their place, at the same address, also
-- in reports that were published before.

CREATE TABLE image_gone (        -- small: tens
    image INTEGER PRIMARY KEY REFERENCES image (id), -- which image
    at    INTEGER NOT NULL       -- instant it was erased
) STRICT;
