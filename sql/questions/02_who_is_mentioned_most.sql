-- Who and what is mentioned in the most articles?
-- من وماذا يُذكر في أكبر عدد من المقالات؟
-- All names of an entity count together: سوريا and سورية are one.
select name_ar, name_en, kind, article_count, mention_count
from entities
order by article_count desc, mention_count desc, entity_id
limit 10;
