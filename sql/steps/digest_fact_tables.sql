-- The public tables that tell what articles say; the others tell how they came here.
select table_name
from duckdb_tables()
where database_name = 'news'
    and table_name not in (
        'runs', 'arrivals', 'containers', 'records', 'rejects', 'meta', 'check_results'
    )
order by table_name;
