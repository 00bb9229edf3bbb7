-- Headlines of other articles that an article's page shows as links.
-- Grain: one row per article and link, in the order of the page.
-- Limits: where a link leads is not in the text; the headlines are no part of the article.
create table related_headlines as
select
    files.article_id as article_id,   -- The article whose page shows the link.
    related.position as position,   -- Place among the links of the page, from 1.
    related.headline as headline,   -- The linked headline as it is written.
    related.char_start as char_start,   -- Offset in the file's text.
    related.char_end as char_end   -- Offset behind it.
from ledger.related_headlines as related
join files using (file_id)
where files.status = 'article'
order by article_id, position;
