-- Every id that points to another table finds its row there.
with

references_to_articles as (
    select 'article_sources.article_id' as reference, article_id as id from article_sources
    union
    select 'article_tags.article_id', article_id from article_tags
    union
    select 'copies.article_id', article_id from copies
    union
    select 'date_mentions.article_id', article_id from date_mentions
    union
    select 'entity_mentions.article_id', article_id from entity_mentions
    union
    select 'files.article_id', article_id from files where status in ('article', 'copy')
    union
    select 'lines.article_id', article_id from lines where article_id is not null
    union
    select 'quotes.article_id', article_id from quotes
    union
    select 'related_headlines.article_id', article_id from related_headlines
    union
    select 'reuse.article_id', article_id from reuse
    union
    select 'reuse.other_article_id', other_article_id from reuse
    union
    select 'search_articles.article_id', article_id from search_articles
),

references_to_sources as (
    select 'articles.source_id' as reference, source_id as id from articles
    union
    select 'article_sources.source_id', source_id from article_sources
    union
    select 'copies.source_id', source_id from copies
    union
    select 'quotes.channel_source_id', channel_source_id from quotes
),

references_to_entities as (
    select 'entity_mentions.entity_id' as reference, entity_id as id from entity_mentions
    union
    select 'entity_names.entity_id', entity_id from entity_names
    union
    select 'quotes.speaker_entity_id', speaker_entity_id
    from quotes
    where speaker_entity_id is not null
),

references_to_files as (
    select 'arrivals.file_id' as reference, file_id as id from arrivals
    union
    select 'articles.file_id', file_id from articles
    union
    select 'copies.file_id', file_id from copies
    union
    select 'lines.file_id', file_id from lines
    union
    select 'records.file_id', file_id from records
    union
    select 'rejects.file_id', file_id from rejects where file_id is not null
)

select reference, id
from references_to_articles
where id is null or id not in (select article_id from articles)
union all
select reference, id
from references_to_sources
where id is not null and id not in (select source_id from sources)
union all
select reference, id
from references_to_entities
where id is null or id not in (select entity_id from entities)
union all
select reference, id
from references_to_files
where id is null or id not in (select file_id from files)
union all
select 'articles.story_id', story_id
from articles
where story_id is not null and story_id not in (select story_id from stories)
order by reference, id;
