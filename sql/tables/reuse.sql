-- Pairs of articles that share text without being copies of each other.
-- Grain: one row per pair, the smaller article_id first.
-- Limits: empty in this version; the columns are a promise.
create table reuse as
select
    -- ids
    cast(null as varchar) as article_id,   -- One article.
    cast(null as varchar) as other_article_id,   -- The other.

    -- likeness
    cast(null as double) as shared_share,   -- Share of the one that stands in the other, 0 to 1.
    cast(null as double) as other_shared_share,   -- Share of the other that stands in the one, 0 to 1.
    cast(null as double) as score   -- How sure it is that one drew on the other, 0 to 1.
from range(0);
