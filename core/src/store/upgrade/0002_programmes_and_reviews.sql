-- From schema 1 to 2: readings, programmes, ratings, snapshots, reviews and their decisions.

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
