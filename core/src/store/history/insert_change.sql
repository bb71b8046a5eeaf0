INSERT INTO change (edit_seq, ordinal, kind, entity_id, row_before, row_after)
VALUES ($1, $2, $3, $4, $5, $6)
