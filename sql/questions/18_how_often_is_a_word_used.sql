-- How often does each article use the word "coordination"?
-- كم مرة يستعمل كل مقال كلمة «التنسيق»؟
-- ar_stem gives the term of a word in whatever form; terms has each term of each article.
select articles.headline, terms.term, terms.frequency
from terms
join articles using (article_id)
where terms.term = ar_stem('بالتنسيق')
order by terms.frequency desc, articles.article_id;
