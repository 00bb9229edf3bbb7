-- Tags that each article shows.
-- Grain: one row per article and tag, in the order of the page.
-- Limits: the outlet's own words; a run-on tag line that cannot be cut is one tag.
create table article_tags as
select
    files.article_id as article_id,   -- The article.
    tags.position as position,   -- Place in the list of tags, from 1.
    tags.tag as tag,   -- The tag as it is written.
    tags.char_start as char_start,   -- Offset in the file's text.
    tags.char_end as char_end   -- Offset behind it.
from ledger.tags as tags
join files using (file_id)
anti join recurring_lines as furniture
    on furniture.file_id = tags.file_id
    and furniture.char_start <= tags.char_start
    and furniture.char_end >= tags.char_end
where files.status = 'article'
order by article_id, position;
