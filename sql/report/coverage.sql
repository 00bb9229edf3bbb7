-- Articles in each step of the period, with the steps in which none appeared.
-- Grain: one row per step.
-- Limits: articles dated to the day only; without a dated article there is no row.
with

days as (
    select cast(unnest(generate_series(
        $first_on, $last_on, interval 1 day
    )) as date) as date_on
),

steps as (
    select time_bucket(cast($width as interval), date_on, $origin_on) as step_on
    from days
    group by step_on
),

articles_of_each_step as (
    select
        time_bucket(cast($width as interval), published_on, $origin_on) as step_on,
        count(*) as article_count,
        count(distinct source_id) as source_count
    from articles
    where published_precision in ('minute', 'day')
        and published_on between $first_on and $last_on
    group by step_on
)

select
    steps.step_on,
    cast(steps.step_on + cast($width as interval) as date) as step_end_on,
    coalesce(articles.article_count, 0) as article_count,
    coalesce(articles.source_count, 0) as source_count
from steps
left join articles_of_each_step as articles using (step_on)
order by steps.step_on;
