-- Scores and shares lie between 0 and 1, and every guess has one.
select 'articles' as found_in, article_id as id, published_score as score
from articles
where published_score not between 0 and 1
union all
select 'article_sources', article_id, score
from article_sources
where score is null or score not between 0 and 1
union all
select 'copies', file_id, score
from copies
where score is null or score not between 0 and 1
union all
select 'copies.shared_share', file_id, shared_share
from copies
where shared_share not between 0 and 1
union all
select 'copies.original_shared_share', file_id, original_shared_share
from copies
where original_shared_share not between 0 and 1
union all
select 'date_mentions', article_id, score
from date_mentions
where score is null or score not between 0 and 1
union all
select 'entity_mentions', article_id, score
from entity_mentions
where score is null or score not between 0 and 1
union all
select 'lines', file_id, score
from lines
where score not between 0 and 1
union all
select 'quotes', article_id, score
from quotes
where score is null or score not between 0 and 1
union all
select 'recurring_lines.share', file_id, share
from recurring_lines
where share is null or share not between 0 and 1
union all
select 'reuse', article_id, score
from reuse
where score is null or score not between 0 and 1
union all
select 'reuse.shared_share', article_id, shared_share
from reuse
where shared_share is null or shared_share not between 0 and 1
union all
select 'reuse.other_shared_share', article_id, other_shared_share
from reuse
where other_shared_share is null or other_shared_share not between 0 and 1
order by found_in, id;
