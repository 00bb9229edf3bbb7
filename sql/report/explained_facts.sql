-- Everything that was taken from the wanted articles: names, dates, sources, quotes, tags, links.
-- Grain: one row per fact.
-- Limits: facts that rest on something outside the text, such as a folder's name, have no offsets.
with

wanted as (
    select unnest($article_ids) as article_id
),

facts as (
    select
        article_id, 'published' as fact, null as kind, null as surface,
        published_on::varchar as meaning, published_basis as basis, published_score as score,
        published_char_start as char_start, published_char_end as char_end
    from articles
    where published_on is not null
    union all
    select article_id, relation, null, surface, source_id, basis, score, char_start, char_end
    from article_sources
    union all
    select
        mentions.article_id, 'entity', mentions.kind, mentions.surface,
        concat_ws(' ', mentions.entity_id, '·', entities.name_ar), mentions.method, mentions.score,
        mentions.char_start, mentions.char_end
    from entity_mentions as mentions
    join entities using (entity_id)
    union all
    select
        article_id, 'date', type, surface, concat_ws(' · ', value, case
            when begin_on is null or end_on is null or begin_on = end_on then begin_on::varchar
            else concat(begin_on, ' – ', end_on)
        end), rule, score, char_start, char_end
    from date_mentions
    union all
    select
        article_id, 'quote', null, surface,
        concat_ws(' · ', speaker_surface, speaker_entity_id, verb, stance), rule, score,
        char_start, char_end
    from quotes
    union all
    select article_id, 'tag', null, tag, null, null, null, char_start, char_end
    from article_tags
    union all
    select article_id, 'related', null, headline, null, null, null, char_start, char_end
    from related_headlines
)

select article_id, fact, kind, surface, meaning, basis, score, char_start, char_end
from facts
semi join wanted using (article_id)
order by article_id, char_start nulls first, char_end desc, fact, meaning;
