SELECT seq, op, kind, subject, size, member_id, at, state, reverts
FROM edit
WHERE state = 'undoable'
ORDER BY seq DESC
LIMIT 1
