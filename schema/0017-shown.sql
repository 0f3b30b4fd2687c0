-- 0017 shown: the points of an edition as the pages of their themes show them.

-- An edition never changes, so what a page says of its points is put together once: read in one go instead
-- of three look-ups for each point. A reader's language without rows reads those of the dialogue's own.
CREATE TABLE point_shown (
    edition  INTEGER NOT NULL,   -- of the point
    theme    INTEGER NOT NULL,   -- on whose page
    reader   TEXT NOT NULL,      -- language of who reads
    position INTEGER NOT NULL,   -- order within the theme
    point    INTEGER NOT NULL,   -- which point
    number   INTEGER NOT NULL,   -- its number in addresses
    kind     INTEGER NOT NULL,   -- enum kind
    lang     TEXT NOT NULL,      -- language of the sentence: the reader's where it was translated
    body     TEXT NOT NULL,      -- the sentence
    findings INTEGER NOT NULL,   -- on how many findings it rests
    voices   INTEGER NOT NULL,   -- on how many voices it rests
    tables   INTEGER NOT NULL,   -- at how many tables it was raised
    PRIMARY KEY (edition, theme, reader, position, point),
    FOREIGN KEY (edition, point) REFERENCES point (edition, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX point_shown_of_point ON point_shown (edition, point);

INSERT INTO point_shown (edition, theme, reader, position, point, number, kind, lang, body,
                         findings, voices, tables)
SELECT h.edition, h.theme, r.lang, h.position, h.point, p.number, p.kind,
       coalesce(x.lang, o.lang), coalesce(x.body, o.body), p.findings, p.voices, p.tables
FROM point p
JOIN dialogue d ON d.id = p.dialogue
JOIN (SELECT DISTINCT q.edition, q.dialogue, t.lang FROM point q
      JOIN point_text t ON t.edition = q.edition AND t.point = q.id WHERE q.edition > 0) AS r
    ON r.edition = p.edition AND r.dialogue = p.dialogue
JOIN point_theme h ON h.edition = p.edition AND h.point = p.id
JOIN point_text o ON o.edition = p.edition AND o.point = p.id AND o.lang = d.lang
LEFT JOIN point_text x ON x.edition = p.edition AND x.point = p.id AND x.lang = r.lang
WHERE p.edition > 0;

CREATE TRIGGER point_shown_stays BEFORE UPDATE ON point_shown BEGIN
    SELECT raise(ABORT, 'a published point never changes'); END;
CREATE TRIGGER point_shown_remains BEFORE DELETE ON point_shown BEGIN
    SELECT raise(ABORT, 'a published point never disappears'); END;
