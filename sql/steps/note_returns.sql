-- Notes contents that come back to a name where another one has stood since.
insert into ledger.returns by name
select distinct incoming.landing, incoming.path, incoming.file_id,
    incoming.last_seen_at as returned_at, incoming.run_id
from incoming
join ledger.arrivals
    on arrivals.landing = incoming.landing
    and arrivals.path = incoming.path
    and arrivals.file_id = incoming.file_id
where not arrivals.is_current
order by all;
