-- The entities of each kind that the most articles mention.
-- Grain: one row per entity.
-- Limits: the first ones of each kind only.
select entity_id, kind, name_ar, name_en, article_count, mention_count
from entities
qualify row_number() over (
    partition by kind
    order by article_count desc, mention_count desc, entity_id
) <= $limit
order by kind, article_count desc, mention_count desc, entity_id;
