-- Lays the comments of everything in the public file out as rows.
insert into news.dictionary by name
with

objects as (
    select table_name as object_name, 'table' as object_type, null as data_type, comment
    from duckdb_tables()
    where database_name = 'news' and not internal
    union all
    select view_name, 'view', null, comment
    from duckdb_views()
    where database_name = 'news' and not internal
    union all
    select function_name, 'macro', concat('(', array_to_string(parameters, ', '), ')'), comment
    from duckdb_functions()
    where database_name = 'news' and not internal
),

columns_of_objects as (
    select
        columns.table_name as object_name,
        objects.object_type,
        columns.column_name,
        columns.column_index as position,
        columns.data_type,
        columns.comment as meaning
    from duckdb_columns() as columns
    join objects on objects.object_name = columns.table_name and objects.object_type <> 'macro'
    where columns.database_name = 'news' and not columns.internal
)

select
    object_name,
    object_type,
    null as column_name,
    0 as position,
    data_type,
    split_part(comment, chr(10), 1) as meaning,
    nullif(regexp_extract(comment, 'Grain: ([^\n]*)', 1), '') as grain,
    nullif(regexp_extract(comment, 'Limits: ([^\n]*)', 1), '') as limits
from objects
union all
select object_name, object_type, column_name, position, data_type, meaning, null, null
from columns_of_objects
order by object_name, position;
