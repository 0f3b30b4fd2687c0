-- 0053 ties: what of the map belongs to what was said, so that "too few places to meet" shows the places there are.

CREATE TABLE theme_subject (     -- what a theme is called on the map -- small: a few per theme
    theme INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE, -- which theme
    term  INTEGER NOT NULL REFERENCES taxonomy_term (id) ON DELETE CASCADE, -- a subject of the map
    PRIMARY KEY (theme, term)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_subject_of_term ON theme_subject (term, theme);

CREATE TABLE point_service (     -- what there is already for a point
    point   INTEGER NOT NULL REFERENCES point_given (id) ON DELETE CASCADE, -- which point, in every edition
    service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- what is on the map
    PRIMARY KEY (point, service)
) STRICT, WITHOUT ROWID;
CREATE INDEX point_service_of ON point_service (service, point);
