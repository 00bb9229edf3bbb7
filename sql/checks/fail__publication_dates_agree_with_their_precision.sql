-- A publication date has a precision and a basis, a clock time only to the minute, and no day out of a month.
select
    article_id, published_on, published_at, published_precision, published_basis, published_score
from articles
where (published_on is null) <> (published_precision is null)
    or (published_on is not null and (published_basis is null or published_score is null))
    or (published_at is not null) <> (published_precision is not distinct from 'minute')
    or (published_precision = 'month' and day(published_on) <> 1)
    or (published_precision = 'year' and dayofyear(published_on) <> 1)
order by article_id;
