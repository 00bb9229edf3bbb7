-- What made the file that is exported.
select akhbar_version, parser_version, run_id
from news.meta;
