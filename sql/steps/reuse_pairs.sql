-- The pairs of articles that share text without being copies.
select article_id, other_article_id
from reuse;
