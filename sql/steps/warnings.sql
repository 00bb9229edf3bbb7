-- What the checks warned of when this file was built.
select check_name, claim, guilty_count
from news.check_results
where severity = 'warn' and guilty_count > 0
order by check_name;
