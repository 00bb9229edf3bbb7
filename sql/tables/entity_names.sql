-- The names under which each mentioned entity is known.
-- Grain: one row per entity and name.
-- Limits: listed names, whether articles use them or not; of an unlisted entity the forms found in articles.
create table entity_names as
with

listed_names as (
    select entity_id, name, is_preferred, source
    from lexicon_entity_names
    qualify row_number() over (
        partition by entity_id, name
        order by is_preferred desc, source
    ) = 1
),

-- A form that stands in a text is a name of its own only where nothing better is known: «ديفيس»
-- in one article may be any Davis in another.
names_found_in_articles as (
    select distinct mentions.entity_id, mentions.surface as name
    from entity_mentions as mentions
    where mentions.entity_id not in (select entity_id from listed_names)
),

all_names as (
    select entity_id, name, is_preferred, source
    from listed_names
    union all
    select found.entity_id, found.name, found.name = entities.name_ar, 'text'
    from names_found_in_articles as found
    join entities using (entity_id)
)

select
    names.entity_id as entity_id,   -- The entity.
    names.name as name,   -- One of its names.
    names.is_preferred as is_preferred,   -- Whether it is the name to show.
    names.source as source   -- Where the name comes from; text for a form found in articles.
from all_names as names
join entities using (entity_id)
order by entity_id, is_preferred desc, name;
