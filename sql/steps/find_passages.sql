-- The longest runs of equal words of each pair, from four words on.
-- Word numbers begin at 1. A repeated phrase matches more than once: a run that another, longer
-- one of the pair covers on either side is its echo and is left out. So are pairs which share too
-- little to be a copy or reuse, however their runs overlap.
create or replace temp table passages as
with

words_and_the_next_three as (
    select
        body_key,
        generate_subscripts(words, 1) as word_no,
        unnest(words) as word,
        unnest(words[2:]) as second_word,
        unnest(words[3:]) as third_word,
        unnest(words[4:]) as fourth_word
    from bodies_at_hand
),

shingles as (
    select body_key, word_no, hash(word, second_word, third_word, fourth_word) as shingle
    from words_and_the_next_three
    where fourth_word is not null
),

-- First the pairs, then their shingles: the other way round, a formula that a hundred bodies share
-- would be joined ten thousand times.
shingles_of_one_of_each_pair as materialized (
    select pairs.body_key, pairs.other_body_key, shingles.word_no, shingles.shingle
    from pairs_at_hand as pairs
    join shingles using (body_key)
),

equal_shingles as (
    select
        one.body_key,
        one.other_body_key,
        one.word_no,
        other.word_no as other_word_no
    from shingles_of_one_of_each_pair as one
    join shingles as other on other.body_key = one.other_body_key and other.shingle = one.shingle
),

-- Shingles that follow each other on both sides have equal distances and equal run numbers.
shingles_in_runs as (
    select
        *,
        word_no - row_number() over (
            partition by body_key, other_body_key, other_word_no - word_no
            order by word_no
        ) as run_no
    from equal_shingles
),

runs as (
    select
        body_key,
        other_body_key,
        min(word_no) as word_no,
        min(other_word_no) as other_word_no,
        count(*) + 3 as word_count
    from shingles_in_runs
    group by body_key, other_body_key, other_word_no - word_no, run_no
),

-- What measure_pairs would leave out is left out before it costs more.
runs_of_pairs_that_may_share_enough as (
    select runs.*
    from runs
    semi join (
        select runs.body_key, runs.other_body_key
        from runs
        join bodies_at_hand as one using (body_key)
        join bodies_at_hand as other on other.body_key = runs.other_body_key
        group by runs.body_key, runs.other_body_key
        having max(runs.word_count) >= 40
            or sum(runs.word_count) >= 0.65 * any_value(least(one.word_count, other.word_count))
    ) using (body_key, other_body_key)
)

select *
from runs_of_pairs_that_may_share_enough as runs
where not exists (
    select 1
    from runs_of_pairs_that_may_share_enough as longer
    where longer.body_key = runs.body_key
        and longer.other_body_key = runs.other_body_key
        and (longer.word_count, longer.word_no, longer.other_word_no)
            > (runs.word_count, runs.word_no, runs.other_word_no)
        and (
            least(longer.word_no + longer.word_count, runs.word_no + runs.word_count)
                - greatest(longer.word_no, runs.word_no) >= runs.word_count - 3
            or least(
                longer.other_word_no + longer.word_count, runs.other_word_no + runs.word_count
            ) - greatest(longer.other_word_no, runs.other_word_no) >= runs.word_count - 3
        )
);
