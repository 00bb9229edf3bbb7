-- How the checks went that this file passed before it was published.
-- Grain: one row per check.
-- Limits: examples are the first three guilty rows; sql/checks has the queries to see them all.
create table check_results as
select
    cast(null as varchar) as check_name,   -- The promise that is checked, in words.
    cast(null as varchar) as severity,   -- fail (a file that breaks it is never published) or warn.
    cast(null as varchar) as claim,   -- The promise as a sentence.
    cast(null as bigint) as guilty_count,   -- Rows that break it.
    cast(null as varchar) as examples,   -- The first of them, as JSON.
    cast(null as varchar) as run_id   -- The run that checked, in runs.
from range(0);
