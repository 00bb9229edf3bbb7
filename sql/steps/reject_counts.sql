-- Reasons for which files gave no article, the commonest first, with an example.
select reason, count(*) as file_count, min(path) as example, min_by(remedy, path) as remedy
from rejects
group by reason
order by file_count desc, reason;
