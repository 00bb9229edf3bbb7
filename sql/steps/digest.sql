-- One hash of a table that does not depend on the order of its rows, over all columns but those
-- $left_out. Sums, not xor: two equal rows must not cancel each other out.
with compared as (
    select columns(lambda c: c not in $left_out)
    from query_table($table_name)
)
select
    md5(concat_ws(
        ' ',
        count(*),
        sum(md5_number_lower(compared::varchar)::hugeint),
        sum(md5_number_upper(compared::varchar)::hugeint)
    )) as digest,
    count(*) as row_count
from compared;
