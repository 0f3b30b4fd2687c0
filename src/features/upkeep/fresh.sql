-- How much of the map is confirmed.
--: reads service, service_at_location, location, map_area, metadata
--: include "features/map/map.h"
--: type service.assured day

--: stream entries_fresh()
-- Every entry on the map: its last confirmation, and the neighbourhood of its first place.
SELECT s.id, s.assured,
       (SELECT l.area FROM service_at_location sl JOIN location l ON l.id = sl.location
        WHERE sl.service = s.id AND sl.position = 0) AS "area:int?"
FROM service s WHERE s.status IN (0, 3);

--: stream confirmations()
-- The days of confirmations before the last, as they were written down.
-- scan: the same
SELECT m.service, m.previous_value, m.replacement_value FROM metadata m WHERE m.field_name = 'confirmed';
