-- Words of each article, reduced to light stems for searching.
-- Grain: one row per article and term.
-- Limits: empty in this version; the columns are a promise.
create table terms as
select
    cast(null as varchar) as article_id,   -- The article.
    cast(null as varchar) as term,   -- Folded word without particles, article and endings.
    cast(null as integer) as frequency   -- How often it stands in headline, summary and body.
from range(0);
