UPDATE edit SET state = $2 WHERE seq = $1
