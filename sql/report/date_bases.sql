-- How the publication dates are known, how exact and how sure they are.
-- Grain: one row per basis and precision; basis is null for articles without a date.
-- Limits: of articles, not of their copies.
select
    published_basis as basis,
    published_precision as precision,
    count(*) as article_count,
    avg(published_score) as mean_score,
    min(published_score) as min_score
from articles
group by published_basis, published_precision
order by article_count desc, basis nulls last, precision;
