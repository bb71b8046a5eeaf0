SELECT format('index on %s (%s)%s%s', t.name,
    (SELECT group_concat(format('%s %s%s', ifnull(x.name, 'an expression'), x.coll, iif(x."desc", ' desc', '')), ', ')
     FROM pragma_index_xinfo(i.name) AS x
     WHERE x.key),
    iif(i."unique", ' unique', ''),
    iif(i.partial, ' partial', ''))
FROM pragma_table_list AS t
JOIN pragma_index_list(t.name) AS i
WHERE t.schema = 'main' AND substr(t.name, 1, 7) <> 'sqlite_'
