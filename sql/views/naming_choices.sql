-- Under which name each publisher speaks of an entity, month by month.
-- Grain: one row per entity, form of the name, publisher and month of publication.
-- Limits: headline, summary, body, subheadings and captions only; forms are as written, unfolded.
create view naming_choices as
select
    entities.entity_id as entity_id,   -- The entity, in entities.
    entities.name_ar as name_ar,   -- Its usual name in Arabic.
    mentions.surface as surface,   -- The form that the articles write.
    articles.source_id as source_id,   -- Publisher; null where it is unknown.
    case when articles.published_precision <> 'year' then cast(date_trunc('month', articles.published_on) as date) end as month_on,   -- First day of the month of publication; null where no month is known.
    count(distinct articles.article_id) as article_count,   -- Articles that write it so.
    count(*) as mention_count   -- Mentions in them.
from entity_mentions as mentions
join entities using (entity_id)
join articles using (article_id)
where mentions.role in ('headline', 'summary', 'body', 'subheading', 'caption')
group by all
order by entity_id, mention_count desc, surface, source_id, month_on;
