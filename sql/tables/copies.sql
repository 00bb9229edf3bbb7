-- Further copies of articles: the same story, landed again under another name or from another outlet.
-- Grain: one row per file that is a copy; its original stands in articles.
-- Limits: near copies are found by their bodies, from 25 words on; a copy that is like the original only by way of other copies has no shares.
create table copies as
with

publisher_of_each_file as (
    select file_id, source_id
    from ledger.source_mentions
    where relation = 'publisher'
    qualify row_number() over (
        partition by file_id
        order by score desc, char_start nulls last, source_id nulls last, basis, surface
    ) = 1
),

pairs_in_both_directions as (
    select
        body_key,
        other_body_key,
        shared_count / word_count as shared_share,
        other_shared_count / other_word_count as other_shared_share
    from standing_pairs
    union all
    select
        other_body_key,
        body_key,
        other_shared_count / other_word_count,
        shared_count / word_count
    from standing_pairs
    union all
    select body_key, body_key, 1, 1
    from ledger.compared
),

likeness_to_the_nearest as (
    select body_key, max(least(shared_share, other_shared_share)) as score
    from pairs_in_both_directions
    where body_key <> other_body_key
    group by body_key
),

copies_beside_their_originals as (
    select
        files.file_id,
        files.article_id,
        facts.copy_key = original_facts.copy_key as is_exact,
        pairs.shared_share,
        pairs.other_shared_share,
        nearest.score as nearest_score
    from files
    join files as originals
        on originals.article_id = files.article_id
        and originals.status = 'article'
    join ledger.facts as facts on facts.file_id = files.file_id
    join ledger.facts as original_facts on original_facts.file_id = originals.file_id
    left join ledger.wordings as copy on copy.file_id = files.file_id
    left join ledger.wordings as original on original.file_id = originals.file_id
    left join pairs_in_both_directions as pairs
        on pairs.body_key = copy.body_key
        and pairs.other_body_key = original.body_key
    left join likeness_to_the_nearest as nearest on nearest.body_key = copy.body_key
    where files.status = 'copy'
)

select
    -- ids
    files.file_id as file_id,   -- The copy, in files.
    files.article_id as article_id,   -- The article that it repeats.
    publisher.source_id as source_id,   -- Publisher of the copy, in sources; null where its text does not reveal one.

    -- likeness
    case when beside.is_exact then 'exact' else 'near' end as kind,   -- exact (headline and body have the same words as the original's) or near.
    case when beside.is_exact then 1 else coalesce(least(beside.shared_share, beside.other_shared_share), beside.nearest_score, 1) end as score,   -- How much alike the two bodies are, 0 to 1: the smaller of the two shares; without shares, that of the copy which is most like it.
    case when beside.is_exact then 1 else beside.shared_share end as shared_share,   -- Share of the copy's words that stand in the original, 0 to 1; the rest was added. Null where the two are alike only by way of other copies.
    case when beside.is_exact then 1 else beside.other_shared_share end as original_shared_share,   -- Share of the original's words that stand in the copy, 0 to 1; the rest was cut. The passages stand in shared_passages.

    -- times
    facts.published_on as published_on,   -- Day of publication of the copy, as far as its text tells.
    facts.published_precision as published_precision   -- How exact it is: minute, day, month or year; null without a date.
from files
join copies_beside_their_originals as beside using (file_id)
join ledger.facts as facts using (file_id)
left join publisher_of_each_file as publisher using (file_id)
order by article_id, file_id;
