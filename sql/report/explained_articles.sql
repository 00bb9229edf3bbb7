-- What was put together for the wanted articles.
-- Grain: one row per wanted article that exists.
-- Limits: originals only; copies stand under the article that they repeat.
select
    articles.article_id,
    articles.file_id,
    files.path,
    articles.headline,
    articles.source_id,
    sources.name_ar as source_ar,
    sources.name_en as source_en,
    articles.source_basis,
    articles.published_on,
    articles.published_at,
    articles.published_is_utc,
    articles.published_precision,
    articles.published_basis,
    articles.published_score,
    articles.word_count,
    articles.copy_count,
    articles.language
from articles
join files using (file_id)
left join sources using (source_id)
where list_contains($article_ids, articles.article_id);
