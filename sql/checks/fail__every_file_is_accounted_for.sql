-- Files are articles, copies, superseded versions and rejects, each once and in its own table.
with

where_each_file_stands as (
    select file_id, 'article' as status from articles
    union all
    select file_id, 'copy' from copies
    union all
    select file_id, 'rejected' from rejects where file_id is not null
    union all
    select file_id, 'superseded' from files where status = 'superseded'
)

select
    coalesce(files.file_id, stands.file_id) as file_id,
    any_value(files.path) as path,
    any_value(files.status) as status,
    list(stands.status order by stands.status) as found_as
from files
full join where_each_file_stands as stands using (file_id)
group by all
having count(stands.status) <> 1
    or any_value(files.status) is distinct from any_value(stands.status)
order by file_id;
