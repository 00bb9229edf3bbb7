-- One hash of a table that does not depend on the order of its rows, over all columns but run
-- ids and clock readings. Sums, not xor: two equal rows must not cancel each other out.
with hashed_rows as (
    select md5(row_text) as row_hash
    from (
        select row(columns(c -> c not in (
            'run_id', 'kept_at', 'built_at', 'started_at', 'finished_at', 'first_seen_at',
            'last_seen_at', 'duckdb_version'
        )))::varchar as row_text
        from query_table($table_name)
    )
)
select md5(concat_ws(
    ' ',
    count(*),
    sum(('0x' || row_hash[1:15])::hugeint),
    sum(('0x' || row_hash[16:30])::hugeint)
)) as digest, count(*) as row_count
from hashed_rows;
