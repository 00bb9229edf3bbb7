-- The table meta has one row, and nothing in it is empty.
select count(*) as row_count, any_value(akhbar_version) as akhbar_version
from meta
having count(*) <> 1
    or count(akhbar_version) <> 1
    or count(parser_version) <> 1
    or count(build_key) <> 1
    or count(duckdb_version) <> 1
    or count(content_digest) <> 1
    or count(built_at) <> 1
    or count(run_id) <> 1;
