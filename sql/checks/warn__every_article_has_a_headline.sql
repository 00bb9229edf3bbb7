-- Every article has a headline.
select article_id, left(body, 100) as body
from articles
where headline is null
order by article_id;
