-- One hash of a table that does not depend on the order of its rows, over all columns but run
-- ids and clock readings. Sums, not xor: two equal rows must not cancel each other out.
with row_texts as (
    select row(columns(c -> c not in (
        'run_id', 'kept_at', 'built_at', 'started_at', 'finished_at', 'first_seen_at',
        'last_seen_at', 'duckdb_version'
    )))::varchar as row_text
    from query_table($table_name)
)
select
    md5(concat_ws(
        ' ',
        count(*),
        sum(md5_number_lower(row_text)::hugeint),
        sum(md5_number_upper(row_text)::hugeint)
    )) as digest,
    count(*) as row_count
from row_texts;
