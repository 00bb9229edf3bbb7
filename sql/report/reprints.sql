-- Whose words whom carried: agencies that outlets credit, and texts of one outlet again in another.
-- Grain: one row per giver, taker and way: credit, copy or reuse.
-- Limits: only where both are known and differ; the ties with the most texts.
with

credits as (
    select
        parts.source_id as from_source_id,
        articles.source_id as to_source_id,
        'credit' as way,
        count(distinct articles.article_id) as text_count,
        null as median_lag_days,
        null as mean_kept_share
    from article_sources as parts
    join articles using (article_id)
    where parts.relation = 'credit' and parts.source_id <> articles.source_id
    group by all
),

ways as (
    select * from credits
    union all
    select from_source_id, to_source_id, relation, text_count, median_lag_days, mean_kept_share
    from reprint_graph
    where from_source_id <> to_source_id
)

select
    givers.name_ar as giver,
    takers.name_ar as taker,
    ways.way,
    ways.text_count,
    ways.median_lag_days,
    ways.mean_kept_share
from ways
join sources as givers on givers.source_id = ways.from_source_id
join sources as takers on takers.source_id = ways.to_source_id
order by ways.text_count desc, ways.from_source_id, ways.to_source_id, ways.way
limit $limit;
