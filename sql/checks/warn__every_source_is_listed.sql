-- Every outlet and agency that an article names is in the list of sources.
select surface, relation, count(distinct article_id) as article_count, min(article_id) as article_id
from article_sources
where source_id is null
group by surface, relation
order by article_count desc, surface, relation;
