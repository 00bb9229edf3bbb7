-- A page of contents whose text stands in the public file, whole, with all names they stood under.
-- What records say beside their text is not here, so they are left to their container.
with page as (
    select file_id, encoding, repair
    from files
    where file_id > $after
        and status <> 'rejected'
        and file_id not in (select file_id from records)
    order by file_id
    limit $page_size
),

texts as (
    select lines.file_id, string_agg(text || ending, '' order by line_no, segment_no) as text
    from lines
    semi join page using (file_id)
    group by lines.file_id
)

select
    page.file_id,
    arrivals.path,
    arrivals.is_current,
    page.encoding,
    page.repair,
    texts.text
from page
join texts using (file_id)
join arrivals using (file_id)
order by page.file_id, arrivals.path;
