-- How many contents wait for the parser.
with hints as (
    select file_id, min(path) as path_hint
    from ledger.arrivals
    group by file_id
)
select count(*)
from hints
left join ledger.facts using (file_id)
where facts.file_id is null
    or facts.parser_version <> $parser_version
    or facts.path_hint <> hints.path_hint;
