SELECT format('%s %s%s%s', t.type, t.name, iif(t.wr, ' without rowid', ''), iif(t.strict, '', ' not strict'))
FROM pragma_table_list AS t
WHERE t.schema = 'main' AND substr(t.name, 1, 7) <> 'sqlite_'
