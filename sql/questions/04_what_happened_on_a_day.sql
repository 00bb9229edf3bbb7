-- What do the articles say of 25 May 2016?
-- ماذا تقول المقالات عن يوم 25 مايو/أيار 2016؟
-- Every mention whose meaning covers the day, the most exact first; any other day will do.
select begin_on, end_on, surface, published_on, line
from day_mentions(date '2016-05-25')
where span_days <= 31;
