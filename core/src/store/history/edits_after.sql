SELECT MIN(seq), COUNT(*) FILTER (WHERE op IN ($2, $3, $4))
FROM edit
WHERE at > $1
