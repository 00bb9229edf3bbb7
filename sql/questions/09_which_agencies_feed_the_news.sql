-- On which agencies and outlets do the articles draw?
-- على أي وكالات ومنابر تعتمد المقالات؟
-- credit is a line that names the origin of the text, photo_credit of a picture, cited words in the text.
select
    sources.name_ar,
    sources.kind,
    parts.relation,
    count(distinct parts.article_id) as article_count
from article_sources as parts
join sources using (source_id)
where parts.relation <> 'publisher'
group by sources.source_id, sources.name_ar, sources.kind, parts.relation
order by article_count desc, sources.source_id, parts.relation;
