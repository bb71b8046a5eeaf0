SELECT COALESCE(MAX(seq), 0)
FROM edit
WHERE op IN ($1, $2, $3)
