-- Of the names just seen in the landing folder, those that are new there or changed.
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
    from ledger.refusals
    where refusals.landing = incoming.landing
        and refusals.path = incoming.path
        and refusals.byte_count = incoming.byte_count
        and refusals.modified_ns = incoming.modified_ns
)
order by incoming.path;
