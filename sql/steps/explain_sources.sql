-- Outlets and agencies that the article names, and the part that each plays.
select char_start, char_end, surface, source_id, relation, basis, score
from article_sources
where article_id = $article_id
order by char_start nulls first, relation;
