-- Words of each article, reduced to light stems for searching.
-- Grain: one row per article and term.
-- Limits: a filter on term is fast, one on article_id reads the whole index; see search_terms.
create view terms as
with

-- By blocks of places: an inequality alone would compare each place with each article.
articles_by_block as (
    select
        article_id,
        first_place,
        end_place,
        unnest(range(first_place // 512, (end_place - 1) // 512 + 1)) as block
    from search_articles
),

words as (
    select term, unnest(places) as place
    from search_terms
)

select
    articles.article_id as article_id,   -- The article.
    words.term as term,   -- Folded word without particles, article and endings, as ar_stem gives it.
    cast(count(*) as integer) as frequency   -- How often it stands in headline, summary, body, subheadings and captions.
from words
join articles_by_block as articles
    on articles.block = words.place // 512
    and articles.first_place <= words.place
    and articles.end_place > words.place
group by articles.article_id, words.term;
