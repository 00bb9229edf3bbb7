-- The files that a person may mean by an article id, the beginning of a file id, or a path.
-- An article id alone means the original, not its copies.
select file_id, coalesce(article_id, '') as article_id, status, path
from files
where file_id like $wanted || '%'
    or path = $wanted
    or path like '%/' || $wanted
order by file_id;
