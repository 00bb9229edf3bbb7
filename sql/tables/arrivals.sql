-- Which content stood under which name of the landing folder, and since when.
-- Grain: one row per name and content.
-- Limits: a name whose content changed has several rows; is_current marks the last one.
create table arrivals as
select
    -- ids
    path as path,   -- Name below the landing folder.
    file_id as file_id,   -- The content, in files.

    -- state
    bool_or(is_current) as is_current,   -- Whether the name held this content when it was last looked at.

    -- lineage
    min(first_seen_at) at time zone 'UTC' as first_seen_at,   -- When the content was first seen under this name, UTC.
    max(last_seen_at) at time zone 'UTC' as last_seen_at   -- When a run last read it there, UTC; files that did not change are not read again.
from ledger.arrivals
group by path, file_id
order by path, file_id;
