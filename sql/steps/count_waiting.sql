-- Names just seen in the landing folder that no run has looked at as they are now.
select count(*)
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
and not exists (
    select 1
    from ledger.refusals
    where refusals.landing = incoming.landing
        and refusals.path = incoming.path
        and refusals.byte_count = incoming.byte_count
        and refusals.modified_ns = incoming.modified_ns
);
