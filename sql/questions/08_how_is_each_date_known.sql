-- How is the publication date of each article known, and how surely?
-- كيف عُرف تاريخ نشر كل مقال، وبأي درجة من الثقة؟
-- The words quoted are the evidence in the text; an article without a date has none.
select
    articles.article_id,
    articles.published_on,
    articles.published_precision,
    articles.published_basis,
    articles.published_score,
    substr(
        lines.text,
        articles.published_char_start - lines.char_start + 1,
        articles.published_char_end - articles.published_char_start
    ) as evidence
from articles
left join lines
    on lines.file_id = articles.file_id
    and lines.char_start <= articles.published_char_start
    and lines.char_end >= articles.published_char_end
order by articles.published_on nulls last, articles.article_id;
