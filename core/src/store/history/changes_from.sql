SELECT edit_seq, kind, entity_id, row_before, row_after
FROM change
WHERE edit_seq >= $1
ORDER BY edit_seq, ordinal
