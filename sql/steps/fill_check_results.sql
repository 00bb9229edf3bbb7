-- Writes down how the checks of this build went.
insert into news.check_results by name
select check_name, severity, claim, guilty_count, examples, run_id
from incoming
order by check_name;
