-- 0012 counted: what the filter of a theme's findings offers, kept while findings come in, so that nobody
-- has to count hundreds of them for a page.

CREATE TABLE finding_tally (     -- how many findings of each kind came from each table -- small: tens per theme
    theme    INTEGER NOT NULL,   -- about what; findings about nothing are not counted
    kind     INTEGER NOT NULL,   -- enum kind; -1: of none
    at_table INTEGER NOT NULL,   -- from which table; -1: from none
    findings INTEGER NOT NULL,   -- so many
    PRIMARY KEY (theme, kind, at_table)
) STRICT, WITHOUT ROWID;

INSERT INTO finding_tally (theme, kind, at_table, findings)
SELECT theme, coalesce(kind, -1), coalesce(at_table, -1), count(*) FROM finding
WHERE theme IS NOT NULL GROUP BY theme, coalesce(kind, -1), coalesce(at_table, -1);

CREATE TRIGGER finding_counted AFTER INSERT ON finding WHEN new.theme IS NOT NULL BEGIN
    INSERT INTO finding_tally (theme, kind, at_table, findings)
    VALUES (new.theme, coalesce(new.kind, -1), coalesce(new.at_table, -1), 1)
    ON CONFLICT DO UPDATE SET findings = findings + 1; END;
CREATE TRIGGER finding_uncounted AFTER DELETE ON finding WHEN old.theme IS NOT NULL BEGIN
    UPDATE finding_tally SET findings = findings - 1 WHERE theme = old.theme
        AND kind = coalesce(old.kind, -1) AND at_table = coalesce(old.at_table, -1);
    DELETE FROM finding_tally WHERE theme = old.theme
        AND kind = coalesce(old.kind, -1) AND at_table = coalesce(old.at_table, -1)
        AND findings = 0; END;
CREATE TRIGGER finding_recounted AFTER UPDATE OF theme, kind, at_table ON finding
WHEN old.theme IS NOT new.theme OR old.kind IS NOT new.kind OR old.at_table IS NOT new.at_table BEGIN
    UPDATE finding_tally SET findings = findings - 1 WHERE theme = old.theme
        AND kind = coalesce(old.kind, -1) AND at_table = coalesce(old.at_table, -1);
    DELETE FROM finding_tally WHERE theme = old.theme
        AND kind = coalesce(old.kind, -1) AND at_table = coalesce(old.at_table, -1)
        AND findings = 0;
    INSERT INTO finding_tally (theme, kind, at_table, findings)
    SELECT new.theme, coalesce(new.kind, -1), coalesce(new.at_table, -1), 1
    WHERE new.theme IS NOT NULL
    ON CONFLICT DO UPDATE SET findings = findings + 1; END;
