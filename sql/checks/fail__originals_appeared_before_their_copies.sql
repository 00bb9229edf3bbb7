-- No copy is dated to a day before that of its original.
select copies.file_id, copies.article_id, copies.published_on, articles.published_on as original_on
from copies
join articles using (article_id)
where copies.published_precision in ('minute', 'day')
    and (copies.published_on < articles.published_on or articles.published_on is null)
order by copies.file_id;
