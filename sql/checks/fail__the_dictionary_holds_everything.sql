-- Every table, view, macro and column has its row in the dictionary, with its meaning and, but for columns, its grain and limits.
with

everything as (
    select table_name as object_name, null as column_name
    from duckdb_tables()
    where database_name = current_database() and not internal
    union all
    select view_name, null
    from duckdb_views()
    where database_name = current_database() and not internal
    union all
    select function_name, null
    from duckdb_functions()
    where database_name = current_database() and not internal
    union all
    select table_name, column_name
    from duckdb_columns()
    where database_name = current_database() and not internal
)

select everything.object_name, everything.column_name, dictionary.meaning
from everything
left join dictionary
    on dictionary.object_name = everything.object_name
    and dictionary.column_name is not distinct from everything.column_name
where coalesce(dictionary.meaning, '') = ''
    or (everything.column_name is null and coalesce(dictionary.grain, '') = '')
    or (everything.column_name is null and coalesce(dictionary.limits, '') = '')
order by everything.object_name, everything.column_name;
