-- Says of the public file what made it.
insert into news.meta by name
select $akhbar_version as akhbar_version, $parser_version as parser_version,
    $build_key as build_key, version() as duckdb_version, $built_at at time zone 'UTC' as built_at,
    $run_id as run_id, $content_digest as content_digest;
