-- 0028 code: researchers, also residents who do research, label what a source says in words of their own.

CREATE TABLE finding_code (      -- labels of findings
    finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE, -- which finding
    code    TEXT NOT NULL CHECK (code <> ''), -- the label, as they wrote it
    PRIMARY KEY (finding, code)
) STRICT, WITHOUT ROWID;
