-- From schema 4 to 5: what sales answers about leads, who gets them, and what both sides agreed on;
-- how what is known of leads is kept in order; leads that were erased; how long the runs of the index are.

CREATE TABLE lead_answer (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    lead TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT,
    answered_at INTEGER NOT NULL,
    handed_at INTEGER NOT NULL,
    touched_at INTEGER,
    note TEXT NOT NULL,
    member_id TEXT REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX lead_answer_member_id ON lead_answer (member_id);
CREATE INDEX lead_answer_lead ON lead_answer (lead);

CREATE TABLE routing_rule (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    accounts TEXT NOT NULL,
    countries TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX routing_rule_owner_id ON routing_rule (owner_id);
CREATE TABLE routing_rule_persona (
    routing_rule_id TEXT NOT NULL REFERENCES routing_rule (id) DEFERRABLE INITIALLY DEFERRED,
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (routing_rule_id, persona_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX routing_rule_persona_persona ON routing_rule_persona (persona_id);

CREATE TABLE agreement (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    definitions TEXT NOT NULL,
    profile TEXT NOT NULL,
    marketing TEXT NOT NULL,
    sales TEXT NOT NULL,
    marketing_quota TEXT NOT NULL,
    sales_quota TEXT NOT NULL,
    notes TEXT NOT NULL,
    marketing_signer TEXT NOT NULL,
    sales_signer TEXT NOT NULL
) STRICT;

ALTER TABLE workspace ADD COLUMN quality TEXT NOT NULL DEFAULT '{}';

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

CREATE TABLE fact_run (
    run INTEGER PRIMARY KEY NOT NULL,
    pages INTEGER NOT NULL,
    sieve BLOB
) STRICT;
INSERT INTO fact_run (run, pages) SELECT run, count(*) FROM fact_page GROUP BY run;
