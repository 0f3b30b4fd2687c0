-- 0047 metadata: what was changed of an entry of the sociale kaart, field by field, as HSDS writes it down; and what
-- finds an entry that is there already.

CREATE TABLE metadata (          -- a change of an entry
    id                INTEGER PRIMARY KEY,
    service           INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- of which entry
    last_action_date  INTEGER NOT NULL, -- instant
    last_action_type  INTEGER NOT NULL CHECK (last_action_type BETWEEN 0 AND 7), -- enum entry_act
    field_name        TEXT NOT NULL, -- column of the map as a table; of the second place "hours 2"; empty: all of it
    previous_value    TEXT NOT NULL, -- what stood there; emptied at its end date
    replacement_value TEXT NOT NULL, -- what came for it; emptied at its end date
    updated_by        INTEGER NOT NULL CHECK (updated_by BETWEEN 0 AND 7) -- enum entry_by: as whom
) STRICT;
CREATE INDEX metadata_of ON metadata (service, id);
CREATE INDEX metadata_by_date ON metadata (last_action_date)
    WHERE previous_value <> '' OR replacement_value <> '';

-- As duplicates are looked for (features/upkeep).
CREATE INDEX phone_dialled ON phone (replace(replace(replace(number, ' ', ''), '-', ''), '+31', '0'));
CREATE INDEX service_by_website ON service (rtrim(lower(website), '/'));
CREATE INDEX location_by_postal_code ON location (postal_code);
CREATE INDEX location_by_latitude ON location (latitude);
