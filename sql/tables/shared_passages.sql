-- The passages that a copy shares with its original, or an article with another that it has in reuse.
-- Grain: one row per passage of four words or more.
-- Limits: only where the two were compared word by word; passages may overlap where a phrase repeats.
create table shared_passages as
with

files_that_share as (
    select 'copy' as relation, copies.file_id, articles.file_id as other_file_id
    from copies
    join articles using (article_id)
    union all
    select 'reuse', one.file_id, other.file_id
    from reuse
    join articles as one on one.article_id = reuse.article_id
    join articles as other on other.article_id = reuse.other_article_id
),

passages_of_bodies as (
    select body_key, other_body_key, unnest(passages, recursive := true)
    from standing_pairs
    union all
    select body_key, body_key, 1, 1, any_value(len(words))
    from ledger.wordings
    semi join ledger.compared using (body_key)
    group by body_key
),

passages_in_both_directions as (
    select body_key, other_body_key, word_no, other_word_no, word_count
    from passages_of_bodies
    union all
    select other_body_key, body_key, other_word_no, word_no, word_count
    from passages_of_bodies
    where body_key <> other_body_key
)

select
    -- ids
    shared.file_id as file_id,   -- The copy, or the article with the smaller article_id, in files.
    shared.other_file_id as other_file_id,   -- The original, or the other article.
    shared.relation as relation,   -- copy or reuse: the table that has the two.

    -- where
    cast(one.char_starts[word_no] as bigint) as char_start,   -- Where the passage begins in the file's text.
    cast(one.char_ends[word_no + word_count - 1] as bigint) as char_end,   -- Where it ends.
    cast(other.char_starts[other_word_no] as bigint) as other_char_start,   -- Where it begins in the other file's text.
    cast(other.char_ends[other_word_no + word_count - 1] as bigint) as other_char_end,   -- Where it ends there.
    cast(passages.word_count as bigint) as word_count   -- Its words; spelling, marks and punctuation may differ.
from files_that_share as shared
join ledger.wordings as one on one.file_id = shared.file_id
join ledger.wordings as other on other.file_id = shared.other_file_id
join passages_in_both_directions as passages
    on passages.body_key = one.body_key
    and passages.other_body_key = other.body_key
order by file_id, other_file_id, char_start, other_char_start;
