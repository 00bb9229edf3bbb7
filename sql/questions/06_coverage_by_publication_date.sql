-- On which days is there an article, and how long are the gaps between them?
-- في أي أيام توجد مقالات، وكم تطول الفجوات بينها؟
-- The view articles_by_day has a row for every day; articles without a day are in none.
select
    by_day.date_on,
    dates.weekday_ar,
    concat(dates.day, ' ', dates.month_ar, '/', dates.month_levantine_ar, ' ', dates.year) as day_ar,
    concat(dates.hijri_day, ' ', dates.hijri_month_ar, ' ', dates.hijri_year) as hijri_ar,
    by_day.article_count,
    by_day.date_on - lag(by_day.date_on) over (order by by_day.date_on) - 1 as days_without_before
from articles_by_day as by_day
join dates using (date_on)
where not by_day.is_gap
order by by_day.date_on;
