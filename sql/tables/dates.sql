-- The calendar: a dimension to join days with, with Arabic names of months and weekdays.
-- Grain: one row per day of each year in which an article or copy was published or a mention begins or ends.
-- Limits: 1900 to 2100 only, and whole years only, so that one mention of 1905 adds a year, not a century.
create table dates as
with

days_that_articles_speak_of as (
    select published_on as date_on from articles
    union
    select published_on from copies
    union
    select begin_on from date_mentions
    union
    select end_on from date_mentions
),

years_that_articles_speak_of as (
    select distinct year(date_on) as year
    from days_that_articles_speak_of
    where date_on between date '1900-01-01' and date '2100-12-31'
),

days_of_those_years as (
    select
        cast(unnest(generate_series(
            make_date(year, 1, 1), make_date(year, 12, 31), interval 1 day
        )) as date) as date_on
    from years_that_articles_speak_of
),

month_names(month, month_ar, month_levantine_ar, month_en) as (
    values
        (1, 'يناير', 'كانون الثاني', 'January'),
        (2, 'فبراير', 'شباط', 'February'),
        (3, 'مارس', 'آذار', 'March'),
        (4, 'أبريل', 'نيسان', 'April'),
        (5, 'مايو', 'أيار', 'May'),
        (6, 'يونيو', 'حزيران', 'June'),
        (7, 'يوليو', 'تموز', 'July'),
        (8, 'أغسطس', 'آب', 'August'),
        (9, 'سبتمبر', 'أيلول', 'September'),
        (10, 'أكتوبر', 'تشرين الأول', 'October'),
        (11, 'نوفمبر', 'تشرين الثاني', 'November'),
        (12, 'ديسمبر', 'كانون الأول', 'December')
),

-- Numbered from Sunday, with which the week begins in most Arab countries.
weekday_names(weekday, weekday_ar, weekday_en) as (
    values
        (0, 'الأحد', 'Sunday'),
        (1, 'الاثنين', 'Monday'),
        (2, 'الثلاثاء', 'Tuesday'),
        (3, 'الأربعاء', 'Wednesday'),
        (4, 'الخميس', 'Thursday'),
        (5, 'الجمعة', 'Friday'),
        (6, 'السبت', 'Saturday')
),

-- The last month of the Umm al-Qura tables has thirty days; what comes after is not known.
hijri_months as (
    select *, lead(begin_on, 1, begin_on + 30) over (order by begin_on) as next_begin_on
    from lexicon_hijri_months
),

days_of_hijri_months as (
    select *, begin_on + cast(unnest(range(next_begin_on - begin_on)) as integer) as date_on
    from hijri_months
)

select
    -- ids
    days.date_on as date_on,   -- The day.

    -- Gregorian calendar
    cast(year(days.date_on) as integer) as year,   -- Gregorian year.
    cast(quarter(days.date_on) as integer) as quarter,   -- Quarter of the year, 1 to 4.
    cast(month(days.date_on) as integer) as month,   -- Month, 1 to 12.
    cast(day(days.date_on) as integer) as day,   -- Day of the month, 1 to 31.
    days.date_on - cast((isodow(days.date_on) + 6 - getvariable('week_start')) % 7 as integer) as week_start_on,   -- First day of its week: a Sunday, unless AKHBAR_WEEK_STARTS_ON names another.

    -- names
    weekday_names.weekday_ar as weekday_ar,   -- Weekday in Arabic.
    weekday_names.weekday_en as weekday_en,   -- Weekday in English.
    month_names.month_ar as month_ar,   -- Month as Egypt and the Gulf name it (يناير).
    month_names.month_levantine_ar as month_levantine_ar,   -- Month as Iraq and the Levant name it (كانون الثاني).
    month_names.month_en as month_en,   -- Month in English.

    -- Hijri calendar
    hijri.hijri_year as hijri_year,   -- Year of the Umm al-Qura calendar; null before 1343 and after 1500 AH.
    hijri.hijri_month as hijri_month,   -- Hijri month, 1 to 12.
    cast(days.date_on - hijri.begin_on + 1 as integer) as hijri_day,   -- Day of the Hijri month; sightings of the moon may differ by a day.
    hijri.hijri_month_ar as hijri_month_ar   -- Hijri month in Arabic.
from days_of_those_years as days
join month_names on month_names.month = month(days.date_on)
join weekday_names on weekday_names.weekday = dayofweek(days.date_on)
left join days_of_hijri_months as hijri using (date_on)
order by date_on;
