SELECT edit_seq, kind, entity_id, row_before, row_after
FROM change
ORDER BY edit_seq, ordinal
