-- Whose words whom carried: agencies that outlets credit, and copies of one outlet's articles in another.
-- Grain: one row per giver, taker and way.
-- Limits: only where both are known; the pairs with the most articles.
with

credits as (
    select
        parts.source_id as from_source_id,
        articles.source_id as to_source_id,
        'credit' as way,
        count(distinct articles.article_id) as article_count
    from article_sources as parts
    join articles using (article_id)
    where parts.relation = 'credit' and parts.source_id <> articles.source_id
    group by all
),

reprints as (
    select
        articles.source_id as from_source_id,
        copies.source_id as to_source_id,
        'copy' as way,
        count(*) as article_count
    from copies
    join articles using (article_id)
    where articles.source_id <> copies.source_id
    group by all
),

ways as (
    select * from credits
    union all
    select * from reprints
)

select
    ways.from_source_id,
    givers.name_ar as giver,
    ways.to_source_id,
    takers.name_ar as taker,
    ways.way,
    ways.article_count
from ways
join sources as givers on givers.source_id = ways.from_source_id
join sources as takers on takers.source_id = ways.to_source_id
order by ways.article_count desc, ways.from_source_id, ways.to_source_id, ways.way
limit $limit;
