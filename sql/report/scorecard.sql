-- How well the articles of each publisher could be read.
-- Grain: one row per publisher, and one for articles of unknown publisher.
-- Limits: the publishers with the most articles only.
select
    source_id, name_ar, article_count, copy_count, median_word_count, mentions_per_article,
    headline_share, body_share, dated_share, removed_share, unknown_line_share
from source_scorecard
order by article_count desc, source_id nulls last
limit $limit;
