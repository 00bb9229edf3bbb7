-- A mention is of the kind that its entity is.
select
    entities.entity_id, entities.kind, mentions.kind as mentioned_as, mentions.surface,
    count(*) as mention_count, min(mentions.article_id) as article_id
from entity_mentions as mentions
join entities using (entity_id)
where mentions.kind <> entities.kind
group by entities.entity_id, entities.kind, mentions.kind, mentions.surface
order by mention_count desc, entities.entity_id, mentions.kind, mentions.surface;
