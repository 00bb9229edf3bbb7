-- Of the names just seen in the landing folder, those that are new there, changed, or refused so
-- far: permissions and limits change without a trace in the file.
select incoming.path
from incoming
where not exists (
    select 1
    from ledger.arrivals
    where arrivals.landing = incoming.landing
        and arrivals.path = incoming.path
        and arrivals.byte_count = incoming.byte_count
        and arrivals.modified_ns = incoming.modified_ns
        and arrivals.is_current
)
and not exists (
    select 1
    from ledger.containers
    where containers.landing = incoming.landing
        and containers.path = incoming.path
        and containers.byte_count = incoming.byte_count
        and containers.modified_ns = incoming.modified_ns
        and containers.rules_key = incoming.rules_key
)
order by incoming.path;
