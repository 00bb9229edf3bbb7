-- What the report's head says: counts of everything, the period, the run and the versions.
-- Grain: one row.
-- Limits: the period is that of articles dated to the day.
select
    (select count(*) from articles) as article_count,
    (select count(*) from copies) as copy_count,
    (select count(*) from files) as file_count,
    (select count(*) from rejects) as reject_count,
    (select count(*) from sources) as source_count,
    (select count(*) from entities) as entity_count,
    (select count(*) from entity_mentions) as entity_mention_count,
    (select count(*) from date_mentions) as date_mention_count,
    (select count(*) from quotes) as quote_count,
    (select count(*) from lines where role is not null) as line_count,
    (select count(*) from check_results) as check_count,
    (select count(*) from check_results where guilty_count > 0) as broken_check_count,
    meta.akhbar_version,
    meta.parser_version,
    meta.duckdb_version,
    meta.built_at,
    meta.run_id,
    runs.started_at,
    runs.kept_count,
    runs.parsed_count
from meta
left join runs using (run_id);
