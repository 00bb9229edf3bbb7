-- How many articles appeared on each day, with the days on which none did.
-- Grain: one row per day from the first to the last day of publication.
-- Limits: articles whose date is no finer than a month are on no day and not counted.
create view articles_by_day as
with

articles_with_a_day as (
    select article_id, source_id, published_on, copy_count
    from articles
    where published_precision in ('minute', 'day')
),

days_from_first_to_last as (
    select cast(unnest(generate_series(
        (select min(published_on) from articles_with_a_day),
        (select max(published_on) from articles_with_a_day),
        interval 1 day
    )) as date) as date_on
)

select
    days.date_on as date_on,   -- The day.
    count(articles_with_a_day.article_id) as article_count,   -- Articles published on it.
    coalesce(sum(articles_with_a_day.copy_count), 0)::bigint as copy_count,   -- Further copies of these articles, whenever they appeared.
    count(distinct articles_with_a_day.source_id) as source_count,   -- Listed publishers of these articles.
    count(articles_with_a_day.article_id) = 0 as is_gap   -- Whether the day has no article.
from days_from_first_to_last as days
left join articles_with_a_day on articles_with_a_day.published_on = days.date_on
group by days.date_on
order by days.date_on;
