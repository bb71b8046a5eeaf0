-- From schema 5 to 6: what figures are to be, and what lifetime values are worked out with.

ALTER TABLE workspace ADD COLUMN numbers TEXT NOT NULL DEFAULT '{}';
