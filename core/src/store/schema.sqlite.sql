-- The schema of a workspace, for SQLite. Its twin for PostgreSQL says the same; a test holds them together.
-- Ids, dates (YYYY-MM-DD) and JSON are text; truth values are 0 and 1; times are UTC milliseconds.

CREATE TABLE workspace (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    rates TEXT NOT NULL,
    fiscal_year_start INTEGER NOT NULL,
    working_days TEXT NOT NULL,
    work_starts INTEGER NOT NULL,
    work_ends INTEGER NOT NULL,
    holidays TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    quality TEXT NOT NULL DEFAULT '{}',
    numbers TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE member (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    former INTEGER NOT NULL CHECK (former IN (0, 1))
) STRICT;

CREATE TABLE format (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    shelf_life_days INTEGER,
    purpose TEXT,
    interactive INTEGER NOT NULL CHECK (interactive IN (0, 1)),
    visual INTEGER NOT NULL CHECK (visual IN (0, 1))
) STRICT;

CREATE TABLE persona (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    weight INTEGER NOT NULL,
    title_patterns TEXT NOT NULL,
    challenges TEXT NOT NULL,
    goals TEXT NOT NULL,
    channels TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;
CREATE TABLE persona_format (
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    format_id TEXT NOT NULL REFERENCES format (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (persona_id, format_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX persona_format_format ON persona_format (format_id);

CREATE TABLE interview (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    held_on TEXT,
    who TEXT NOT NULL,
    preferences INTEGER NOT NULL CHECK (preferences IN (0, 1)),
    process INTEGER NOT NULL CHECK (process IN (0, 1)),
    problems INTEGER NOT NULL CHECK (problems IN (0, 1)),
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX interview_persona_id ON interview (persona_id);

CREATE TABLE insight (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    said_on TEXT
) STRICT;
CREATE INDEX insight_persona_id ON insight (persona_id);

CREATE TABLE buying_trigger (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    signal TEXT NOT NULL
) STRICT;
CREATE TABLE trigger_persona (
    trigger_id TEXT NOT NULL REFERENCES buying_trigger (id) DEFERRABLE INITIALLY DEFERRED,
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (trigger_id, persona_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX trigger_persona_persona ON trigger_persona (persona_id);

CREATE TABLE journey (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE stage (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    journey_id TEXT NOT NULL REFERENCES journey (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    phase TEXT NOT NULL,
    owner TEXT NOT NULL,
    exit_criterion TEXT NOT NULL,
    kind TEXT NOT NULL,
    handoff INTEGER NOT NULL CHECK (handoff IN (0, 1)),
    known_as TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX stage_journey_id ON stage (journey_id);

CREATE TABLE asset (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    format_id TEXT REFERENCES format (id) DEFERRABLE INITIALLY DEFERRED,
    purpose TEXT,
    interactive INTEGER NOT NULL CHECK (interactive IN (0, 1)),
    visual INTEGER NOT NULL CHECK (visual IN (0, 1)),
    on_demand INTEGER NOT NULL CHECK (on_demand IN (0, 1)),
    channels TEXT NOT NULL,
    language TEXT NOT NULL,
    themes TEXT NOT NULL,
    owner TEXT NOT NULL,
    status TEXT NOT NULL,
    due_on TEXT,
    published_on TEXT,
    reviewed_on TEXT,
    cost TEXT,
    takeaways TEXT NOT NULL,
    maintain TEXT NOT NULL,
    deepen TEXT NOT NULL,
    editorial TEXT NOT NULL,
    funding TEXT,
    budget TEXT,
    external_id TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;
CREATE INDEX asset_format_id ON asset (format_id);

CREATE TABLE placement (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    asset_id TEXT NOT NULL REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED,
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    stage_id TEXT NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    maintain TEXT,
    deepen TEXT,
    UNIQUE (asset_id, persona_id, stage_id)
) STRICT;
CREATE INDEX placement_persona_id ON placement (persona_id);
CREATE INDEX placement_stage_id ON placement (stage_id);
CREATE TABLE placement_trigger (
    placement_id TEXT NOT NULL REFERENCES placement (id) DEFERRABLE INITIALLY DEFERRED,
    trigger_id TEXT NOT NULL REFERENCES buying_trigger (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (placement_id, trigger_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX placement_trigger_trigger ON placement_trigger (trigger_id);

CREATE TABLE verdict (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    placement_id TEXT NOT NULL REFERENCES placement (id) DEFERRABLE INITIALLY DEFERRED,
    member_id TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    entered_by TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX verdict_placement_id ON verdict (placement_id);
CREATE INDEX verdict_member_id ON verdict (member_id);
CREATE INDEX verdict_entered_by ON verdict (entered_by);

CREATE TABLE exclusion (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    stage_id TEXT NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    UNIQUE (persona_id, stage_id)
) STRICT;
CREATE INDEX exclusion_stage_id ON exclusion (stage_id);

CREATE TABLE need (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    stage_id TEXT NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    persona_id TEXT REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    importance TEXT NOT NULL,
    author_id TEXT REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    declined TEXT
) STRICT;
CREATE INDEX need_stage_id ON need (stage_id);
CREATE INDEX need_persona_id ON need (persona_id);
CREATE INDEX need_author_id ON need (author_id);
CREATE TABLE need_answer (
    need_id TEXT NOT NULL REFERENCES need (id) DEFERRABLE INITIALLY DEFERRED,
    asset_id TEXT NOT NULL REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (need_id, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX need_answer_asset ON need_answer (asset_id);

CREATE TABLE mapping (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    header TEXT NOT NULL,
    columns TEXT NOT NULL,
    mapped_values TEXT NOT NULL,
    choices TEXT NOT NULL,
    UNIQUE (header)
) STRICT;

CREATE TABLE reading (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    asset_id TEXT NOT NULL REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED,
    member_id TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    takeaways TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    UNIQUE (asset_id, member_id)
) STRICT;
CREATE INDEX reading_member_id ON reading (member_id);

CREATE TABLE programme (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    goal TEXT NOT NULL,
    journey_id TEXT REFERENCES journey (id) DEFERRABLE INITIALLY DEFERRED,
    phase TEXT,
    channels TEXT NOT NULL,
    campaigns TEXT NOT NULL,
    owner TEXT NOT NULL,
    state TEXT NOT NULL,
    months TEXT NOT NULL,
    for_sales TEXT NOT NULL
) STRICT;
CREATE INDEX programme_journey_id ON programme (journey_id);
CREATE TABLE programme_persona (
    programme_id TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    persona_id TEXT NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (programme_id, persona_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX programme_persona_persona ON programme_persona (persona_id);
CREATE TABLE programme_asset (
    programme_id TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    asset_id TEXT NOT NULL REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (programme_id, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX programme_asset_asset ON programme_asset (asset_id);

CREATE TABLE programme_note (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    programme_id TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    noted_on TEXT NOT NULL,
    text TEXT NOT NULL,
    author_id TEXT REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX programme_note_programme_id ON programme_note (programme_id);
CREATE INDEX programme_note_author_id ON programme_note (author_id);

CREATE TABLE rating (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    question TEXT NOT NULL,
    level INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    rated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX rating_member_id ON rating (member_id);

CREATE TABLE snapshot (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    as_of TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    last_edit INTEGER NOT NULL,
    figures TEXT NOT NULL
) STRICT;

CREATE TABLE review (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    held_on TEXT NOT NULL,
    before_id TEXT REFERENCES snapshot (id) DEFERRABLE INITIALLY DEFERRED,
    after_id TEXT REFERENCES snapshot (id) DEFERRABLE INITIALLY DEFERRED,
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX review_before_id ON review (before_id);
CREATE INDEX review_after_id ON review (after_id);

CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT,
    version INTEGER NOT NULL,
    review_id TEXT NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT,
    done_on TEXT
) STRICT;
CREATE INDEX decision_review_id ON decision (review_id);

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
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    events INTEGER NOT NULL,
    builds_on TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'leads'
) STRICT;

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

-- Facts. Rows belong to a batch by its number and count while the batch is there.
-- A segment is a run of rows about one subject; `data` are columns, patches and pages as core's `facts` writes them.
CREATE TABLE fact_segment (
    segment INTEGER PRIMARY KEY NOT NULL,
    batch INTEGER NOT NULL,
    size INTEGER NOT NULL,
    subject TEXT NOT NULL DEFAULT 'lead'
) STRICT;
CREATE INDEX fact_segment_batch ON fact_segment (batch);

CREATE TABLE fact_column (
    segment INTEGER NOT NULL,
    field TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (segment, field)
) STRICT;

CREATE TABLE fact_patch (
    segment INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (segment, batch)
) STRICT;
CREATE INDEX fact_patch_batch ON fact_patch (batch);

CREATE TABLE event_chunk (
    segment INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    part INTEGER NOT NULL,
    size INTEGER NOT NULL,
    slots BLOB NOT NULL,
    times BLOB NOT NULL,
    kinds BLOB NOT NULL,
    assets BLOB NOT NULL,
    channels BLOB,
    campaigns BLOB,
    marks BLOB,
    PRIMARY KEY (segment, batch, part)
) STRICT;
CREATE INDEX event_chunk_batch ON event_chunk (batch);

-- Finds a row by its number: runs of pages, each in ascending order. A long run has a sieve, which tells of
-- most numbers that they are not in it.
CREATE TABLE fact_run (
    run INTEGER PRIMARY KEY NOT NULL,
    pages INTEGER NOT NULL,
    sieve BLOB
) STRICT;
CREATE TABLE fact_page (
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

-- What was done, newest last: to which kind, to what by name, or to how many.
-- `state`: undoable, undone (can be redone) or settled (neither).
-- Members and entities are named without references: history outlives them.
CREATE TABLE edit (
    seq INTEGER PRIMARY KEY NOT NULL,
    op TEXT NOT NULL,
    kind TEXT,
    subject TEXT NOT NULL,
    size INTEGER NOT NULL,
    member_id TEXT,
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reverts INTEGER
) STRICT;
CREATE INDEX edit_state ON edit (state, seq);

-- Every row an edit touched, before and after it, as JSON.
CREATE TABLE change (
    edit_seq INTEGER NOT NULL REFERENCES edit (seq) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    row_before TEXT,
    row_after TEXT,
    PRIMARY KEY (edit_seq, ordinal)
) STRICT;
CREATE INDEX change_entity ON change (entity_id, edit_seq);
