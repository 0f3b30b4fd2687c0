-- 0054 shape: how the neighbourhoods of the map lie, to draw them.

CREATE TABLE map_shape (         -- how a neighbourhood lies -- small: hundreds
    area  INTEGER PRIMARY KEY REFERENCES map_area (id) ON DELETE CASCADE, -- of which neighbourhood
    rings BLOB NOT NULL          -- as features/map/shapes.h keeps them
) STRICT;
