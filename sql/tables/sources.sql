-- Outlets and agencies that publish, supply, are cited or pass on words in at least one article or copy.
-- Grain: one row per source.
-- Limits: names that are not listed have no row here; article_sources shows them without an id.
create table sources as
with

articles_of_each_source as (
    select source_id, count(distinct article_id) as article_count
    from article_sources
    where source_id is not null
    group by source_id
),

published_by_each_source as (
    select source_id, count(*) as published_count
    from articles
    where source_id is not null
    group by source_id
),

copies_of_each_source as (
    select source_id, count(*) as copy_count
    from copies
    where source_id is not null
    group by source_id
),

-- Words may be said to an outlet that the article names nowhere else.
channels_of_quotes as (
    select distinct channel_source_id as source_id
    from quotes
)

select
    -- ids
    listed.source_id as source_id,   -- Stable id.

    -- names
    listed.name_ar as name_ar,   -- Name in Arabic.
    listed.name_en as name_en,   -- Name in English.
    listed.kind as kind,   -- newspaper, broadcaster, agency, site and so on.
    listed.country_code as country_code,   -- Country of its seat, ISO 3166-1 alpha-2.
    listed.domain as domain,   -- Main web address.

    -- counts
    coalesce(articles_of_each_source.article_count, 0) as article_count,   -- Distinct articles in which it plays any part: publisher, credit, photo credit or cited.
    coalesce(published_by_each_source.published_count, 0) as published_count,   -- Articles of which it is the publisher.
    coalesce(copies_of_each_source.copy_count, 0) as copy_count   -- Copies of articles that it published.
from lexicon_sources as listed
left join articles_of_each_source using (source_id)
left join published_by_each_source using (source_id)
left join copies_of_each_source using (source_id)
left join channels_of_quotes using (source_id)
where articles_of_each_source.source_id is not null
    or copies_of_each_source.source_id is not null
    or channels_of_quotes.source_id is not null
order by source_id;
