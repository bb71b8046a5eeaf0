SELECT kind, entity_id, row_before, row_after
FROM change
WHERE edit_seq = $1
ORDER BY ordinal
