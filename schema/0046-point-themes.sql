-- 0046 point themes: from a point to its themes without reading every point of the edition.

CREATE INDEX point_theme_of_point ON point_theme (edition, point, theme);
