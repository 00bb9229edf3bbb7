-- Contents whose facts are missing or were made by another parser version or path hint.
-- The hint is the smallest path on which the content ever stood, so that order does not matter.
with hints as (
    select file_id, min(path) as path_hint
    from ledger.arrivals
    where file_id > $after
    group by file_id
)
select files.file_id, files.raw, hints.path_hint
from ledger.files
join hints using (file_id)
left join ledger.facts using (file_id)
where facts.file_id is null
    or facts.parser_version <> $parser_version
    or facts.path_hint <> hints.path_hint
order by files.file_id
limit $page_size;
