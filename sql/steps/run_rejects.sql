-- The first of the files that gave no article: those of this run before the older ones.
select path, reason, detail, remedy, if(run_id = $run_id, 'now', 'before') as "when"
from rejects
order by run_id = $run_id desc, path, reason
limit $row_count;
