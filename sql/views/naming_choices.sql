-- Under which name each publisher speaks of an entity, month by month.
-- Grain: one row per entity, form of the name, publisher and month of publication.
-- Limits: headline, summary, body, subheadings and captions only, quoted speech among them; a null publisher is several unknown ones; forms are as written, unfolded, but for the alef of «للمملكة».
create view naming_choices as
with

names_with_an_article as (
    select entity_id, name from entity_names where starts_with(name, 'ال')
    union
    select entity_id, surface from entity_mentions where starts_with(surface, 'ال')
)

select
    entities.entity_id as entity_id,   -- The entity, in entities.
    entities.name_ar as name_ar,   -- Its usual name in Arabic.
    coalesce(whole.name, mentions.surface) as surface,   -- The form that the articles write; in «للمملكة» the particle swallows the alef of «المملكة», which is its form.
    articles.source_id as source_id,   -- Publisher; null where it is unknown.
    case when articles.published_precision <> 'year' then cast(date_trunc('month', articles.published_on) as date) end as month_on,   -- First day of the month of publication; null where no month is known.
    count(distinct articles.article_id) as article_count,   -- Articles that write it so.
    count(*) as mention_count   -- Mentions in them.
from entity_mentions as mentions
join entities using (entity_id)
join articles using (article_id)
left join names_with_an_article as whole
    on whole.entity_id = mentions.entity_id
    and whole.name = if(starts_with(mentions.surface, 'ل'), 'ا' || mentions.surface, null)
where mentions.role in ('headline', 'summary', 'body', 'subheading', 'caption')
group by all
order by entity_id, mention_count desc, surface, source_id, month_on;
