-- Which entities are mentioned together in articles.
-- Grain: one row per pair of entities that at least one article mentions both, the smaller id first.
-- Limits: together in an article, not in a sentence; either id column may hold the one you ask for, so ask both; all pairs are many.
create view entity_cooccurrence as
with

entities_of_each_article as (
    select distinct article_id, entity_id
    from entity_mentions
),

pairs_of_entities as (
    select
        one.entity_id,
        other.entity_id as other_entity_id,
        count(*) as article_count
    from entities_of_each_article as one
    join entities_of_each_article as other
        on other.article_id = one.article_id
        and other.entity_id > one.entity_id
    group by one.entity_id, other.entity_id
)

select
    pairs.entity_id as entity_id,   -- One entity, in entities.
    pairs.other_entity_id as other_entity_id,   -- The other.
    one.name_ar as name_ar,   -- Name of the one in Arabic.
    other.name_ar as other_name_ar,   -- Name of the other in Arabic.
    pairs.article_count as article_count,   -- Articles that mention both.
    pairs.article_count / (one.article_count + other.article_count - pairs.article_count) as together_share   -- Of the articles that mention either, the share that mentions both, 0 to 1.
from pairs_of_entities as pairs
join entities as one on one.entity_id = pairs.entity_id
join entities as other on other.entity_id = pairs.other_entity_id
order by article_count desc, together_share desc, entity_id, other_entity_id;
