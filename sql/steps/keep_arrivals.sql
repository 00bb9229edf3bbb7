-- Notes where contents arrived that had not stood under that name before.
insert into ledger.arrivals by name
select landing, path, file_id, byte_count, modified_ns, true as is_current,
    last_seen_at as first_seen_at, last_seen_at, run_id
from incoming
where not exists (
    select 1
    from ledger.arrivals
    where arrivals.landing = incoming.landing
        and arrivals.path = incoming.path
        and arrivals.file_id = incoming.file_id
)
order by landing, path;
