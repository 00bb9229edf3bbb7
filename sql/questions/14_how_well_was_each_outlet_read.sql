-- How well could the articles of each outlet be read?
-- ما مدى جودة قراءة مقالات كل منبر؟
-- Few articles make rough shares; unknown_line_share is what no rule could name.
select
    coalesce(name_ar, 'غير معروف') as publisher,
    article_count,
    round(headline_share, 2) as headline_share,
    round(dated_share, 2) as dated_share,
    round(removed_share, 3) as removed_share,
    round(unknown_line_share, 3) as unknown_line_share,
    round(mentions_per_article, 1) as mentions_per_article
from source_scorecard
order by article_count desc, source_id nulls last;
