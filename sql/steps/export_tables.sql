-- The public tables, and whether their rows belong to articles, which have a month.
select
    tables.table_name,
    coalesce(bool_or(columns.column_name = 'article_id'), false) as has_months
from duckdb_tables() as tables
join duckdb_columns() as columns using (database_name, table_name)
where tables.database_name = 'news'
group by tables.table_name
order by tables.table_name;
