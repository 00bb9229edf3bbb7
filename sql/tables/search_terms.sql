-- The index behind search and the view terms: where each word stands.
-- Grain: one row per term, a word reduced to its light stem.
-- Limits: places count through all articles; the last article in search_articles that begins before one holds it.
create table search_terms as
with

words as (
    select
        unnest(own.stems) as term,
        lines.first_place + unnest(range(lines.word_count)) as place
    from lines
    join ledger.lines as own using (file_id, line_no, segment_no)
    where lines.first_place is not null
)

select
    term as term,   -- Folded word without particles, article and endings, as ar_stem gives it.
    list_sort(list(place)) as places   -- Numbers of the words that are this term, in order.
from words
group by term
order by term;
