-- Files that gave no article, with the reason and what to do about it.
-- Grain: one row per rejected content, and one per name that could not be read at all.
-- Limits: a name that could be read later leaves the table; rejected bytes stay in the ledger.
create table rejects as
with

rejected_contents as (
    select
        files.file_id,
        files.path,
        facts.reject_reason as reason,
        facts.reject_detail as detail,
        facts.reject_remedy as remedy,
        files.first_seen_at,
        facts.run_id
    from files
    join ledger.facts as facts using (file_id)
    where files.status = 'rejected'
),

refused_names as (
    select
        cast(null as varchar) as file_id,
        path,
        reason,
        detail,
        remedy,
        first_seen_at at time zone 'UTC' as first_seen_at,
        run_id
    from ledger.refusals
),

everything_set_aside as (
    select * from rejected_contents
    union all
    select * from refused_names
)

select
    -- ids
    file_id as file_id,   -- The content, in files; null for a name that gave none.
    path as path,   -- Name below the landing folder.

    -- reason
    reason as reason,   -- Why, in one word, such as empty, binary, undecodable or not_arabic.
    detail as detail,   -- Why, in a sentence.
    remedy as remedy,   -- What to do about it.

    -- lineage
    first_seen_at as first_seen_at,   -- When it was first seen, UTC.
    run_id as run_id   -- The run that set it aside.
from everything_set_aside
order by path, file_id nulls first, reason;
