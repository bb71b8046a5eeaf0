SELECT seq, op, kind, subject, size, member_id, at, state, reverts
FROM edit
WHERE seq < $1
    AND ($2 = '' OR member_id = $2)
    AND ($3 = '' OR EXISTS (
        SELECT 1 FROM change WHERE change.edit_seq = edit.seq AND change.kind = $3
    ))
    AND ($4 = '' OR EXISTS (
        SELECT 1 FROM change WHERE change.edit_seq = edit.seq AND change.entity_id = $4
    ))
    AND at >= $5
    AND at < $6
ORDER BY seq DESC
LIMIT $7
