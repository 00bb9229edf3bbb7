-- Every article has a publication date.
select article_id, headline
from articles
where published_on is null
order by article_id;
