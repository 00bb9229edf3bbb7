-- A page of names and contents whose text stands in the public file, whole: what stood under a
-- name before comes before what stands there now, the earlier before the later.
-- What records say beside their text is not here, so they are left to their container.
with page as (
    select
        arrivals.file_id,
        arrivals.path,
        arrivals.is_current,
        arrivals.first_seen_at,
        files.encoding,
        files.repair
    from arrivals
    join files using (file_id)
    where files.status <> 'rejected'
        and arrivals.file_id not in (select file_id from records)
    order by arrivals.is_current, arrivals.first_seen_at, arrivals.file_id, arrivals.path
    limit $page_size
    offset $already_read
),

texts as (
    select lines.file_id, string_agg(text || ending, '' order by line_no, segment_no) as text
    from lines
    semi join page using (file_id)
    group by lines.file_id
)

select
    page.file_id,
    page.path,
    page.first_seen_at,
    page.encoding,
    page.repair,
    texts.text
from page
join texts using (file_id)
order by page.is_current, page.first_seen_at, page.file_id, page.path;
