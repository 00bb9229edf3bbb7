-- The public tables that have a digest: all but runs, whose every row is a run and its clock.
select table_name
from duckdb_tables()
where database_name = 'news' and table_name <> 'runs'
order by table_name;
