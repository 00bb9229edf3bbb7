-- How many contents wait for the parser; see stale.
with paths as (
    select file_id, min(path) as path_hint
    from ledger.arrivals
    group by file_id
),

record_hints as (
    select
        file_id,
        cast(to_json(list(distinct [title, url, published, source, author]
            order by [title, url, published, source, author])) as varchar) as record_hint
    from ledger.records
    where title || url || published || source || author <> ''
    group by file_id
)

select count(*)
from paths
left join record_hints using (file_id)
left join ledger.facts using (file_id)
where facts.file_id is null
    or facts.parser_version <> $parser_version
    or facts.path_hint <> paths.path_hint
    or facts.record_hint <> coalesce(record_hints.record_hint, '');
