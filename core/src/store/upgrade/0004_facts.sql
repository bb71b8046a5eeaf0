-- From schema 3 to 4: facts about accounts and deals, counted ones, and what happened by channel and
-- campaign; stages by the names other tools give them; scoring models.

ALTER TABLE stage ADD COLUMN known_as TEXT NOT NULL DEFAULT '[]';

ALTER TABLE batch RENAME COLUMN leads TO added;
ALTER TABLE batch ADD COLUMN kind TEXT NOT NULL DEFAULT 'leads';

ALTER TABLE lead_segment RENAME TO fact_segment;
ALTER TABLE fact_segment ADD COLUMN subject TEXT NOT NULL DEFAULT 'lead';
DROP INDEX lead_segment_batch;
CREATE INDEX fact_segment_batch ON fact_segment (batch);

ALTER TABLE lead_column RENAME TO fact_column;

ALTER TABLE lead_patch RENAME TO fact_patch;
DROP INDEX lead_patch_batch;
CREATE INDEX fact_patch_batch ON fact_patch (batch);

ALTER TABLE lead_page RENAME TO fact_page;

ALTER TABLE event_chunk ADD COLUMN channels BLOB;
ALTER TABLE event_chunk ADD COLUMN campaigns BLOB;
ALTER TABLE event_chunk ADD COLUMN marks BLOB;

CREATE TABLE scoring_model (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    applied_at INTEGER,
    recipe TEXT NOT NULL
) STRICT;
