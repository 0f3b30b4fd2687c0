-- 0050 hsds: what the open data of the sociale kaart is found by, so that a list of 100,000 takes no longer than
-- one of a hundred.

CREATE INDEX service_seen ON service (status, id, minimum_age, maximum_age);
CREATE INDEX location_there ON location (latitude, longitude, id);
