-- Versions of a name are numbered without gaps, only the last one is current, and lines that came or went stand in its text.
with

versions_beside_the_next as (
    select
        path, version_no, file_id, is_current, valid_to,
        lead(version_no) over by_name as next_version_no
    from article_versions
    window by_name as (partition by path order by version_no, file_id)
)

select path, version_no, 'it is followed, and yet current or without end' as fault
from versions_beside_the_next
where next_version_no > version_no and (is_current or valid_to is null)
union all
select path, version_no, 'its content is not in files'
from article_versions
where file_id not in (select file_id from files)
union all
select path, version_no, 'its changed lines are not those it counts'
from article_versions as versions
left join (
    select path, version_no, count(*) as line_count
    from version_changes
    group by all
) as changed using (path, version_no)
group by path, version_no, line_count
having sum(added_line_count + removed_line_count) <> coalesce(line_count, 0)
order by path, version_no;
