-- Articles by the country and kind of their publisher.
-- Grain: one row per country and kind.
-- Limits: articles of unknown publisher are left out.
select sources.country_code, sources.kind, count(*) as article_count
from articles
join sources using (source_id)
group by sources.country_code, sources.kind
order by article_count desc, sources.country_code, sources.kind
limit $limit;
