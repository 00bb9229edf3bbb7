-- Runs of the pipeline.
-- Grain: one row per run.
-- Limits: finished_at is null for a run that was killed, and for the one that made this file.
create table runs as
select
    -- ids
    run_id as run_id,   -- Id that rows of other tables carry.

    -- what it did
    kept_count as kept_count,   -- Contents that it took in.
    parsed_count as parsed_count,   -- Contents whose facts it read, anew or again.
    refused_count as refused_count,   -- Names that it could not read.

    -- lineage
    akhbar_version as akhbar_version,   -- Version of the program.
    parser_version as parser_version,   -- Version of the text rules.
    started_at at time zone 'UTC' as started_at,   -- When it began, UTC.
    finished_at at time zone 'UTC' as finished_at   -- When it ended, UTC.
from ledger.runs
order by started_at, run_id;
