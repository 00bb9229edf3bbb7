-- Other files that say the same as the wanted articles: copies of them, and articles that share passages.
-- Grain: one row per wanted article and other file.
-- Limits: the first ten of each article, the most alike first.
with

wanted as (
    select unnest($article_ids) as article_id
),

likes as (
    select copies.article_id, copies.kind, copies.score, copies.file_id, copies.source_id
    from copies
    semi join wanted using (article_id)
    union all
    select wanted.article_id, 'reuse', reuse.score, other.file_id, other.source_id
    from wanted
    join reuse on wanted.article_id in (reuse.article_id, reuse.other_article_id)
    join articles as other
        on other.article_id in (reuse.article_id, reuse.other_article_id)
        and other.article_id <> wanted.article_id
)

select likes.article_id, likes.kind, likes.score, files.path, sources.name_ar as source
from likes
join files using (file_id)
left join sources using (source_id)
qualify row_number() over (
    partition by likes.article_id
    order by likes.kind <> 'reuse' desc, likes.score desc, files.path
) <= 10
order by likes.article_id, likes.kind <> 'reuse' desc, likes.score desc, files.path;
