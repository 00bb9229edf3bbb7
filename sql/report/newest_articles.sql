-- The newest articles, for the list that a reader can filter.
-- Grain: one row per article, the newest first, those without a date last.
-- Limits: as many as asked for, the rest is in the table articles; long headlines are cut.
select
    articles.article_id,
    if(length(articles.headline) > 160, left(articles.headline, 159) || '…', articles.headline)
        as headline,
    articles.source_id,
    sources.name_ar as source,
    articles.published_on,
    articles.published_precision,
    articles.word_count,
    articles.copy_count
from articles
left join sources using (source_id)
order by articles.published_on desc nulls last, articles.published_at desc nulls last,
    articles.first_seen_at desc, articles.article_id
limit $limit;
