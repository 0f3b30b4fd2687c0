-- 0018 worded: an index that holds the words of voices, for who looks for some among thousands of a theme.

CREATE INDEX voice_worded
    ON voice (theme, account, number, visibility, draft_points, kind, at_table, lang, body);
DROP INDEX voice_aside; -- it begins alike
