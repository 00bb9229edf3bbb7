-- Files that hold several records, and how many of them gave an article or a reason why not.
-- Grain: one row per name of a container in the landing folder.
-- Limits: counts are those of the last reading to its end; records that left it since stay in arrivals.
create table containers as
select
    -- ids
    path as path,   -- Name below the landing folder.

    -- counts
    byte_count as byte_count,   -- Size in bytes, packed where it is.
    record_count as record_count,   -- Records that gave a content.
    refused_count as refused_count,   -- Records and members that gave none; rejects says why.

    -- lineage
    read_at at time zone 'UTC' as read_at,   -- When it was last read to its end, UTC.
    run_id as run_id   -- The run that read it.
from ledger.containers
qualify row_number() over (partition by path order by landing) = 1
order by path;
