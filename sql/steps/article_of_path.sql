-- The article that each readable file of the landing folder is, or is a copy of.
select arrivals.path, files.article_id
from arrivals
join files using (file_id)
where arrivals.is_current and files.article_id is not null;
