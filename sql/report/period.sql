-- The period that the charts over time show, and the step that they count in.
-- Grain: one row.
-- Limits: a few articles far from all others do not stretch it; outside_count says how many.
with

days as (
    select published_on
    from articles
    where published_precision in ('minute', 'day')
),

edges as (
    select
        count(*) as dated_count,
        min(published_on) as min_on,
        max(published_on) as max_on,
        quantile_disc(published_on, 0.01) as low_on,
        quantile_disc(published_on, 0.99) as high_on,
        high_on - low_on as middle_days
    from days
),

-- The whole period, unless the outer hundredth is further away than half of what lies between.
shown as (
    select
        *,
        if(low_on - min_on > middle_days // 2 + 31, low_on, min_on) as first_on,
        if(max_on - high_on > middle_days // 2 + 31, high_on, max_on) as last_on,
        last_on - first_on as shown_days
    from edges
)

select
    first_on,
    last_on,
    min_on,
    max_on,
    dated_count,
    (select count(*) from articles) - dated_count as undated_count,
    (select count(*) from days where published_on not between shown.first_on and shown.last_on)
        as outside_count,
    case
        when shown_days <= 62 then 'day'
        when shown_days <= 700 then 'week'
        when shown_days <= 4500 then 'month'
        else 'year'
    end as step,
    case step when 'day' then '1 day' when 'week' then '7 days' else concat('1 ', step) end as width,
    if(step = 'week', (select min(week_start_on) from dates), date '2000-01-01') as origin_on
from shown;
