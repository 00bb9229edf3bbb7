-- Which source carried what, and when?
-- أي مصدر نشر ماذا ومتى؟
-- A publisher is named only where the text reveals it; source_basis tells how.
select
    articles.published_on,
    coalesce(sources.name_ar, 'غير معروف') as publisher,
    articles.source_basis,
    articles.headline,
    articles.word_count
from articles
left join sources using (source_id)
order by articles.published_on nulls last, articles.article_id;
