-- The pixels of an image, by the hash in its address.
--: reads image

--: maybe image_bytes(hash text)
-- At most 1600 pixels wide.
SELECT type, bytes FROM image WHERE hash = :hash;

--: maybe image_small(hash text)
-- At most 640 pixels wide.
SELECT type, small AS "bytes:bytes" FROM image WHERE hash = :hash;
