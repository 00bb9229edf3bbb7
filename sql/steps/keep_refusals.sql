-- Notes the names that gave no content, with the reason and the remedy.
insert into ledger.refusals by name
select landing, path, byte_count, modified_ns, reason, detail, remedy, first_seen_at, run_id
from incoming
order by landing, path;
