-- How often each entity was in the news, day by day.
-- Grain: one row per entity and day of publication on which an article mentions it.
-- Limits: days without a mention have no row; articles dated no finer than a month are left out.
create view entity_timeline as
select
    entities.entity_id as entity_id,   -- The entity, in entities.
    entities.name_ar as name_ar,   -- Its name in Arabic.
    articles.published_on as published_on,   -- Day of publication.
    count(distinct articles.article_id) as article_count,   -- Articles of the day that mention it.
    count(*) as mention_count   -- Mentions in them.
from entity_mentions as mentions
join entities using (entity_id)
join articles using (article_id)
where articles.published_precision in ('minute', 'day')
group by entities.entity_id, entities.name_ar, articles.published_on
order by entities.entity_id, articles.published_on;
