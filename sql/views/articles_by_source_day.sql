-- How many articles each publisher had on each day, with the days on which it had none.
-- Grain: one row per publisher and day, from its own first to its own last day.
-- Limits: without articles of unknown publisher, or dated no finer than a month.
create view articles_by_source_day as
with

articles_with_a_day as (
    select article_id, source_id, published_on
    from articles
    where published_precision in ('minute', 'day') and source_id is not null
),

days_of_each_source as (
    select
        source_id,
        cast(unnest(generate_series(
            min(published_on), max(published_on), interval 1 day
        )) as date) as date_on
    from articles_with_a_day
    group by source_id
)

select
    days.source_id as source_id,   -- The publisher, in sources.
    days.date_on as date_on,   -- The day.
    count(articles_with_a_day.article_id) as article_count,   -- Articles that it published on it.
    count(articles_with_a_day.article_id) = 0 as is_gap   -- Whether it published none.
from days_of_each_source as days
left join articles_with_a_day
    on articles_with_a_day.source_id = days.source_id
    and articles_with_a_day.published_on = days.date_on
group by days.source_id, days.date_on
order by days.source_id, days.date_on;
