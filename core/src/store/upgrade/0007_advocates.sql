-- From schema 6 to 7: leads that speak for us.

CREATE TABLE advocate (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    lead TEXT NOT NULL,
    note TEXT NOT NULL,
    marked_at INTEGER NOT NULL,
    member_id TEXT REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX advocate_member_id ON advocate (member_id);
CREATE INDEX advocate_lead ON advocate (lead);
