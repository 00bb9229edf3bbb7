-- The first articles of what a run took in, as they stand in the public file.
select
    files.path,
    articles.headline,
    coalesce(sources.name_ar, articles.source_id, '') as publisher,
    coalesce(articles.published_on::varchar, '') as published_on,
    files.status
from files
join articles using (article_id)
left join sources using (source_id)
where files.run_id = $run_id
order by files.path
limit $row_count;
