-- Articles of each publisher in each step of the period, from its own first step to its last.
-- Grain: one row per publisher and step.
-- Limits: the publishers with the most dated articles; the rest and the unknown count together.
with

dated_articles as (
    select
        source_id,
        time_bucket(cast($width as interval), published_on, $origin_on) as step_on
    from articles
    where published_precision in ('minute', 'day')
        and published_on between $first_on and $last_on
),

ranked_sources as (
    select source_id, row_number() over (order by count(*) desc, source_id) as place
    from dated_articles
    where source_id is not null
    group by source_id
),

articles_with_a_label as (
    select
        dated.step_on,
        case
            when dated.source_id is null then 'غير معروف'
            when ranked.place > $limit then 'منابر أخرى'
            else sources.name_ar
        end as source,
        least(coalesce(ranked.place, $limit + 2), $limit + 2) as place
    from dated_articles as dated
    left join ranked_sources as ranked using (source_id)
    left join sources using (source_id)
),

counted as (
    select source, place, step_on, count(*) as article_count
    from articles_with_a_label
    group by source, place, step_on
),

days as (
    select source, place, unnest(generate_series(min(step_on), max(step_on), interval 1 day)) as day_at
    from counted
    group by source, place
),

steps as (
    select
        source,
        place,
        time_bucket(cast($width as interval), cast(day_at as date), $origin_on)
            as step_on
    from days
    group by all
)

select
    steps.source,
    steps.step_on,
    cast(steps.step_on + cast($width as interval) as date) as step_end_on,
    coalesce(counted.article_count, 0) as article_count
from steps
left join counted using (source, place, step_on)
order by steps.place, steps.source, steps.step_on;
