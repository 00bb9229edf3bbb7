-- The publisher of an article is one of its article_sources, with the same basis.
select articles.article_id, articles.source_id, articles.source_basis
from articles
left join article_sources as sources
    on sources.article_id = articles.article_id
    and sources.relation = 'publisher'
    and sources.source_id is not distinct from articles.source_id
    and sources.basis = articles.source_basis
where (articles.source_id is not null or articles.source_basis is not null)
    and sources.article_id is null
order by articles.article_id;
