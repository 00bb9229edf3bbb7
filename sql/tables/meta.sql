-- What made this file.
-- Grain: one row.
-- Limits: says nothing of the articles; see runs and check_results for how the making went.
create table meta as
select
    cast(null as varchar) as akhbar_version,   -- Version of the program.
    cast(null as varchar) as parser_version,   -- Version of the text rules.
    cast(null as varchar) as build_key,   -- Changes when code or SQL that makes the file does.
    cast(null as varchar) as duckdb_version,   -- DuckDB that wrote the file.
    cast(null as varchar) as content_digest,   -- Equal in two files of one DuckDB version that say the same of the same contents, whenever and in whatever order they came.
    cast(null as timestamp) as built_at,   -- When it was built, UTC.
    cast(null as varchar) as run_id   -- The run that built it, in runs.
from range(0);
