INSERT INTO edit (seq, op, kind, subject, size, member_id, at, state, reverts)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
