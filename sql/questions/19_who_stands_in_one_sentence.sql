-- Who and what is named in one sentence with the Syrian president?
-- من وماذا يُذكر في جملة واحدة مع الرئيس السوري؟
-- Closer than entity_cooccurrence, which looks at whole articles; ids are in the table entities.
select name_ar, name_en, kind, article_count, mention_count
from sentence_neighbours('bashar-al-assad')
limit 10;
