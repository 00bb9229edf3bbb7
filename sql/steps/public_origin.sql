-- Which versions made the public file, and when.
select akhbar_version, duckdb_version, build_key, built_at::varchar from meta;
