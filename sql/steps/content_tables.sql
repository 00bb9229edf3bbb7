-- The tables of the file that is being built of which meta has a digest: runs, checks and meta
-- itself tell of the making, and the dictionary tells what the code does.
select table_name
from duckdb_tables()
where database_name = 'news'
    and table_name not in ('runs', 'check_results', 'meta', 'dictionary')
order by table_name;
