-- How the checks went that the file passed before it was published.
-- Grain: one row per check, those that found something first.
-- Limits: the examples are the first three guilty rows.
select check_name, severity, claim, guilty_count, examples
from check_results
order by guilty_count = 0, severity, guilty_count desc, check_name;
