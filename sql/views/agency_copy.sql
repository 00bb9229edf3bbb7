-- How much of what each outlet publishes comes from news agencies.
-- Grain: one row per publisher that is no agency itself.
-- Limits: an agency text without credit, whose agency original never landed, counts as the outlet's own. Reuse below half of the outlet's text does not count.
create view agency_copy as
with

agencies as (
    select source_id from sources where kind = 'agency'
),

agencies_of_each_article as (
    select distinct article_id, source_id as agency_id
    from article_sources
    semi join agencies using (source_id)
    where relation in ('publisher', 'credit')
),

texts_of_outlets as (
    select source_id, file_id, article_id, false as is_copy
    from articles
    where source_id is not null
    union all
    select source_id, file_id, article_id, true
    from copies
    where source_id is not null
),

-- The article is half or more from one that an agency published or is credited for.
articles_that_draw_on_an_agency as (
    select reuse.article_id
    from reuse
    join agencies_of_each_article as agency on agency.article_id = reuse.other_article_id
    where reuse.shared_share >= 0.5
    union
    select reuse.other_article_id
    from reuse
    join agencies_of_each_article as agency on agency.article_id = reuse.article_id
    where reuse.other_shared_share >= 0.5
)

select
    texts.source_id as source_id,   -- The outlet, in sources.
    any_value(sources.name_ar) as name_ar,   -- Its name in Arabic.
    count(*) as text_count,   -- Texts that it published: articles and copies.
    count(*) filter (where texts.article_id in (select article_id from agencies_of_each_article)) as credited_count,   -- Of them, texts of articles that an agency published or is credited for.
    count(*) filter (where texts.article_id in (select article_id from articles_that_draw_on_an_agency) and texts.article_id not in (select article_id from agencies_of_each_article)) as drawn_count,   -- Further texts of articles that are half or more from an agency's text.
    count(*) filter (where texts.is_copy) as copy_count,   -- Texts that repeat an article which stands elsewhere, from whomever.
    (credited_count + drawn_count) / text_count as agency_share   -- Share of its texts that come from agencies, 0 to 1.
from texts_of_outlets as texts
join sources using (source_id)
where sources.kind <> 'agency'
group by texts.source_id
order by text_count desc, source_id;
