-- Every article has a body.
select article_id, headline
from articles
where body is null
order by article_id;
