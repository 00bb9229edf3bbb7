-- The counts of copies, articles and mentions agree with the rows that they count.
with

copies_of_each_article as (
    select article_id, count(*) as copy_count
    from copies
    group by article_id
),

uses_of_each_entity as (
    select entity_id, count(distinct article_id) as article_count, count(*) as mention_count
    from entity_mentions
    group by entity_id
),

articles_of_each_source as (
    select source_id, count(distinct article_id) as article_count
    from article_sources
    group by source_id
)

select 'articles' as found_in, article_id as id, articles.copy_count as told, copies.copy_count as counted
from articles
left join copies_of_each_article as copies using (article_id)
where articles.copy_count <> coalesce(copies.copy_count, 0)
union all
select 'entities', entity_id, entities.mention_count, uses.mention_count
from entities
left join uses_of_each_entity as uses using (entity_id)
where entities.mention_count is distinct from uses.mention_count
    or entities.article_count is distinct from uses.article_count
union all
select 'sources', source_id, sources.article_count, uses.article_count
from sources
left join articles_of_each_source as uses using (source_id)
where sources.article_count <> coalesce(uses.article_count, 0)
order by found_in, id;
