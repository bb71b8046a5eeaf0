UPDATE edit SET state = 'settled' WHERE state = 'undone'
