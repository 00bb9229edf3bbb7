-- The run that made the public file.
select run_id from news.meta;
