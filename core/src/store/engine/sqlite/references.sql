SELECT format('reference %s.%s to %s on delete %s on update %s', t.name, f."from", f."table", f.on_delete, f.on_update)
FROM pragma_table_list AS t
JOIN pragma_foreign_key_list(t.name) AS f
WHERE t.schema = 'main' AND substr(t.name, 1, 7) <> 'sqlite_'
