-- Articles that mention each of the most mentioned entities, in each step of the period.
-- Grain: one row per entity and step in which an article mentions it.
-- Limits: the first entities by articles; steps without a mention have no row.
with

first_entities as (
    select entity_id, name_ar, name_en, row_number() over (
        order by article_count desc, mention_count desc, entity_id
    ) as place
    from entities
    qualify place <= $limit
)

select
    first_entities.entity_id,
    first_entities.name_ar,
    first_entities.name_en,
    time_bucket(cast($width as interval), articles.published_on, $origin_on)
        as step_on,
    cast(step_on + cast($width as interval) as date) as step_end_on,
    count(distinct articles.article_id) as article_count
from entity_mentions as mentions
join first_entities using (entity_id)
join articles using (article_id)
where articles.published_precision in ('minute', 'day')
    and articles.published_on between $first_on and $last_on
group by all
order by any_value(first_entities.place), step_on;
