-- The files that a person may mean by how an article id, a file id, a path or a name begins.
-- An article id means the original, not its copies; a whole path or id wins over a beginning.
select file_id, coalesce(article_id, '') as article_id, status, path
from files
where starts_with(file_id, $wanted) or contains('/' || path, '/' || $wanted)
qualify rank() over (order by path = $wanted or file_id = $wanted desc) = 1
order by file_id;
