-- Named mentions of the article and whom they mean.
select char_start, char_end, surface, entity_id, kind, method, score
from entity_mentions
where article_id = $article_id
order by char_start;
