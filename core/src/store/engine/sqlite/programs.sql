SELECT format('%s %s on %s', type, name, tbl_name)
FROM sqlite_schema
WHERE type IN ('trigger', 'view')
