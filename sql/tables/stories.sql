-- Events that several articles cover.
-- Grain: one row per event.
-- Limits: empty in this version: no rule tells events apart surely enough yet. The columns are a promise; copies, reuse and entity_cooccurrence show what hangs together.
create table stories as
select
    -- ids
    cast(null as varchar) as story_id,   -- Stable id.

    -- text
    cast(null as varchar) as headline,   -- Headline of its central article.

    -- counts
    cast(null as bigint) as article_count,   -- Articles that cover it.
    cast(null as bigint) as source_count,   -- Publishers that cover it.

    -- times
    cast(null as date) as first_on,   -- First day of coverage.
    cast(null as date) as last_on   -- Last day of coverage.
from range(0);
