-- Reads every value of a table, so that a block that cannot be read is found.
select sum(hash(whole)) from query_table($table_name) as whole;
