SELECT seq, op, kind, subject, size, member_id, at, state, reverts
FROM edit
WHERE state = 'undone'
ORDER BY seq
LIMIT 1
