-- Outlets and agencies with the parts that they play.
-- Grain: one row per source.
-- Limits: the first ones by articles only.
with

parts_of_each_source as (
    select
        source_id,
        count(distinct article_id) filter (where relation = 'credit') as credit_count,
        count(distinct article_id) filter (where relation = 'photo_credit') as photo_credit_count,
        count(distinct article_id) filter (where relation = 'cited') as cited_count
    from article_sources
    where source_id is not null
    group by source_id
)

select
    sources.source_id,
    sources.name_ar,
    sources.name_en,
    sources.kind,
    sources.country_code,
    sources.article_count,
    sources.published_count,
    coalesce(parts.credit_count, 0) as credit_count,
    coalesce(parts.photo_credit_count, 0) as photo_credit_count,
    coalesce(parts.cited_count, 0) as cited_count,
    sources.copy_count
from sources
left join parts_of_each_source as parts using (source_id)
order by sources.article_count desc, sources.source_id
limit $limit;
