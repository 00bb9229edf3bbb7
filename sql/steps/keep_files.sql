-- Keeps contents that the ledger does not hold yet; the same content may come twice in a batch.
insert into ledger.files by name
select any_value(raw) as raw, file_id, any_value(octet_length(raw)) as byte_count,
    any_value(run_id) as run_id, any_value(kept_at) as kept_at
from incoming
where file_id not in (select file_id from ledger.files)
group by file_id
order by file_id
returning file_id;
