-- From schema 4 to 5: leads that were erased, and whom no file may bring back.

-- Rows of segments that were erased: they stay as places, blank, and count no more.
CREATE TABLE erased_row (
    segment INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    PRIMARY KEY (segment, slot)
) STRICT;

-- Whom no file may bring back: keyed hashes of what they were known as. One of each lead's is its first.
CREATE TABLE erased_mark (
    secret BLOB NOT NULL,
    mark BLOB NOT NULL,
    first INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (secret, mark)
) STRICT;
