-- Which persons are mentioned together?
-- أي الأشخاص يُذكرون معا؟
-- Together means in one article; together_share is of the articles that mention either.
select pairs.name_ar, pairs.other_name_ar, pairs.article_count, round(pairs.together_share, 2) as share
from entity_cooccurrence as pairs
join entities as one on one.entity_id = pairs.entity_id and one.kind = 'PER'
join entities as other on other.entity_id = pairs.other_entity_id and other.kind = 'PER'
order by pairs.article_count desc, share desc, pairs.entity_id, pairs.other_entity_id
limit 10;
