-- What became of every file that landed?
-- ماذا صار بكل ملف وصل؟
-- Articles, copies, superseded versions and rejects are all files that there are.
select
    files.status,
    rejects.reason,
    count(*) as file_count,
    sum(files.byte_count)::bigint as byte_count
from files
left join rejects using (file_id)
group by files.status, rejects.reason
order by file_count desc, files.status, rejects.reason;
