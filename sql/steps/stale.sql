-- Contents whose facts are missing or were made by another parser version or from other hints.
-- Hints are taken from every name on which the content ever stood, so that order does not matter:
-- the smallest path, and all that records said of it.
with paths as (
    select file_id, min(path) as path_hint
    from ledger.arrivals
    where file_id > $after
    group by file_id
),

record_hints as (
    select
        file_id,
        cast(to_json(list(distinct [title, url, published, source, author]
            order by [title, url, published, source, author])) as varchar) as record_hint
    from ledger.records
    where file_id > $after and title || url || published || source || author <> ''
    group by file_id
)

select
    files.file_id, files.raw, paths.path_hint, coalesce(record_hints.record_hint, '') as record_hint
from ledger.files
join paths using (file_id)
left join record_hints using (file_id)
left join ledger.facts using (file_id)
where facts.file_id is null
    or facts.parser_version <> $parser_version
    or facts.path_hint <> paths.path_hint
    or facts.record_hint <> coalesce(record_hints.record_hint, '')
order by files.file_id
limit $page_size;
