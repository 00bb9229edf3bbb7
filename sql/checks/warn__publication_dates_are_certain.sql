-- No publication date is more likely wrong than right.
select article_id, headline, published_on, published_precision, published_basis, published_score
from articles
where published_score < 0.5
order by article_id;
