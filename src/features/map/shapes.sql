-- How the neighbourhoods lie.
--: owns map_shape
--: reads map_area, location

--: run map_shapes_clear()
DELETE FROM map_shape;

--: run map_shape_put(area int, rings bytes)
INSERT INTO map_shape (area, rings) VALUES (:area, :rings)
ON CONFLICT (area) DO UPDATE SET rings = excluded.rings;

--: many map_shapes()
SELECT s.area, s.rings, a.slug, a.name FROM map_shape s JOIN map_area a ON a.id = s.area ORDER BY s.area LIMIT 2000;

--: many locations_nowhere(after int)
-- Places whose neighbourhood nobody said.
SELECT l.id, l.latitude, l.longitude FROM location l
WHERE l.area IS NULL AND l.latitude IS NOT NULL AND l.longitude IS NOT NULL AND l.id > :after
ORDER BY l.id LIMIT 1000;
