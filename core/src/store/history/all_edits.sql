SELECT seq, op, kind, subject, size, member_id, at, state, reverts
FROM edit
ORDER BY seq
