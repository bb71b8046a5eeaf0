SELECT format('column %s.%s %s%s%s%s%s', t.name, c.name, c.type,
    iif(c."notnull", ' not null', ''),
    iif(c.dflt_value IS NULL, '', ' default ' || c.dflt_value),
    iif(c.pk > 0, ' key ' || c.pk, ''),
    iif(c.hidden > 0, ' computed', ''))
FROM pragma_table_list AS t
JOIN pragma_table_xinfo(t.name) AS c
WHERE t.schema = 'main' AND substr(t.name, 1, 7) <> 'sqlite_'
