-- What was put together from the lines: fact, value, how it is known, how sure that is.
with found_articles as (
    select *
    from articles
    where article_id = $article_id
)
select unnest([
    {'fact': 'headline', 'value': headline, 'basis': 'role', 'score': null::double},
    {'fact': 'published', 'value': coalesce(published_at::varchar, published_on::varchar),
        'basis': concat_ws(', ', published_precision, published_basis),
        'score': published_score},
    {'fact': 'publisher', 'value': source_id, 'basis': source_basis, 'score': null},
    {'fact': 'words', 'value': word_count::varchar, 'basis': 'body', 'score': null},
    {'fact': 'copies', 'value': copy_count::varchar, 'basis': 'copy key', 'score': null}
], recursive := true)
from found_articles;
