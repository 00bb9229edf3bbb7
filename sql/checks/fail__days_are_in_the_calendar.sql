-- Every day from 1900 to 2100 on which something was published or a mention begins or ends is in dates.
with

days_that_articles_speak_of as (
    select 'articles.published_on' as found_in, published_on as day_on from articles
    union
    select 'copies.published_on', published_on from copies
    union
    select 'date_mentions.begin_on', begin_on from date_mentions
    union
    select 'date_mentions.end_on', end_on from date_mentions
)

select found_in, day_on
from days_that_articles_speak_of
where day_on between date '1900-01-01' and date '2100-12-31'
    and day_on not in (select date_on from dates)
order by found_in, day_on;
