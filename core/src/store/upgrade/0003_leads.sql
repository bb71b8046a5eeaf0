-- From schema 2 to 3: imported facts.

CREATE TABLE batch (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    file TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    leads INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    events INTEGER NOT NULL,
    builds_on TEXT NOT NULL
) STRICT;

-- Facts. Rows belong to a batch by its number and count while the batch is there.
-- A segment is a run of leads; `data` are columns, patches and pages as core's `facts` writes them.
CREATE TABLE lead_segment (
    segment INTEGER PRIMARY KEY NOT NULL,
    batch INTEGER NOT NULL,
    size INTEGER NOT NULL
) STRICT;
CREATE INDEX lead_segment_batch ON lead_segment (batch);

CREATE TABLE lead_column (
    segment INTEGER NOT NULL,
    field TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (segment, field)
) STRICT;

CREATE TABLE lead_patch (
    segment INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (segment, batch)
) STRICT;
CREATE INDEX lead_patch_batch ON lead_patch (batch);

CREATE TABLE event_chunk (
    segment INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    part INTEGER NOT NULL,
    size INTEGER NOT NULL,
    slots BLOB NOT NULL,
    times BLOB NOT NULL,
    kinds BLOB NOT NULL,
    assets BLOB NOT NULL,
    PRIMARY KEY (segment, batch, part)
) STRICT;
CREATE INDEX event_chunk_batch ON event_chunk (batch);

-- Finds a lead by its number: runs of pages, each in ascending order.
CREATE TABLE lead_page (
    run INTEGER NOT NULL,
    first INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (run, first)
) STRICT;

-- Numbers that are given out once: of batches, segments and runs.
CREATE TABLE fact_counter (
    name TEXT PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
) STRICT;

-- Figures worked out from facts; `stamp` says from which.
CREATE TABLE fact_figure (
    name TEXT PRIMARY KEY NOT NULL,
    stamp TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
