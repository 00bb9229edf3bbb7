-- One hash of a table that does not depend on the order of its rows, over what the articles say:
-- without run ids and clock readings, as in digest, and without lineage, by which the same
-- articles differ when they land in another form: ids that follow from the bytes, the bytes'
-- number, form and encoding, names, and places in the search index, which go by ids. The row
-- count stays, so that nothing falls out.
with compared as (
    select columns(lambda c: c not in (
        'run_id', 'kept_at', 'built_at', 'started_at', 'finished_at', 'first_seen_at',
        'last_seen_at', 'read_at', 'duckdb_version',
        'article_id', 'other_article_id', 'file_id', 'story_id', 'path', 'path_count',
        'byte_count', 'form', 'encoding', 'valid_from', 'valid_to',
        'first_place', 'end_place', 'headline_place', 'headline_end_place', 'places'
    ))
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
