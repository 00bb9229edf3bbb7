-- Persons, organisations, places and other named things that articles mention.
-- Grain: one row per entity; a name that is not listed is an entity of its own per kind and name.
-- Limits: unlisted names that sound alike are one entity, even of two persons; other names of one thing are two.
create table entities as
with

surfaces_of_each_entity as (
    select entity_id, surface, kind, count(*) as mention_count
    from entity_mentions
    group by entity_id, surface, kind
),

most_frequent_surface as (
    select entity_id, surface, kind
    from surfaces_of_each_entity
    qualify row_number() over (
        partition by entity_id
        order by mention_count desc, surface, kind
    ) = 1
),

mentions_of_each_entity as (
    select entity_id, count(distinct article_id) as article_count, count(*) as mention_count
    from entity_mentions
    group by entity_id
)

select
    -- ids
    mentions.entity_id as entity_id,   -- Stable id.
    listed.wikidata_id as wikidata_id,   -- Item in Wikidata, only where it is certain.
    listed.entity_id is not null as is_listed,   -- Whether the list of entities knows it; otherwise kind and name are what articles write most.

    -- names
    coalesce(listed.kind, most_frequent.kind) as kind,   -- PER, ORG, LOC or MISC.
    listed.subtype as subtype,   -- Finer kind, such as country, city or ministry.
    coalesce(listed.name_ar, most_frequent.surface) as name_ar,   -- Name in Arabic; of an unlisted entity, the form that articles write most, in any script.
    listed.name_en as name_en,   -- Name in English; null for an unlisted entity.
    listed.country_code as country_code,   -- Country that it belongs to, ISO 3166-1 alpha-2.

    -- counts
    mentions.article_count as article_count,   -- Articles that mention it.
    mentions.mention_count as mention_count   -- Mentions in all articles.
from mentions_of_each_entity as mentions
join most_frequent_surface as most_frequent using (entity_id)
left join lexicon_entities as listed using (entity_id)
order by entity_id;
