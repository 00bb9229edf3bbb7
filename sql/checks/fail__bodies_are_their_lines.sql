-- An article's body is exactly its body and subheading lines, trimmed, in order; nothing else.
with

lines_of_each_body as (
    select
        articles.article_id,
        string_agg(
            regexp_replace(lines.text, '^[\s\x0b\x85\p{Z}]+|[\s\x0b\x85\p{Z}]+$', '', 'g'),
            chr(10) order by lines.char_start
        ) as body
    from articles
    join lines using (file_id)
    where lines.role in ('body', 'subheading')
    group by articles.article_id
)

select articles.article_id, left(articles.body, 100) as body, left(lines.body, 100) as lines
from articles
left join lines_of_each_body as lines using (article_id)
where articles.body is distinct from lines.body
order by articles.article_id;
