-- Every reject has a reason, a detail and a remedy.
select file_id, path, reason, detail, remedy
from rejects
where coalesce(reason, '') = '' or coalesce(detail, '') = '' or coalesce(remedy, '') = ''
order by path, file_id;
