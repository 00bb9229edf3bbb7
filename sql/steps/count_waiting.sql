-- Names just seen in the landing folder that no run has looked at as they are now: of those that
-- the next run will look at (new_names), the ones that were not refused like this before.
select count(*)
from incoming
semi join new_names using (path)
where not exists (
    select 1
    from ledger.refusals
    where refusals.landing = incoming.landing
        and refusals.path = incoming.path
        and refusals.byte_count = incoming.byte_count
        and refusals.modified_ns = incoming.modified_ns
);
