-- The template guard: where each pair says something else at the same place of a shared text.
-- A slot is what stands between two shared passages, or in front of the first or behind the last,
-- with 1 to 30 words on both sides, of much the same length: a form filled in twice. Where a
-- reprint cuts or adds, one side of the gap is empty or far longer, which makes no slot.
-- conflict_count: slots with different figures, dates, names or opposites on the two sides.
create or replace temp table slots_of_pairs as
with

passages_and_both_ends as (
    select body_key, other_body_key, word_no, other_word_no, word_count
    from passages
    semi join measured_pairs using (body_key, other_body_key)
    union all
    select body_key, other_body_key, 1, 1, 0
    from measured_pairs
    union all
    select body_key, other_body_key, word_count + 1, other_word_count + 1, 0
    from measured_pairs
),

gaps as (
    select
        body_key,
        other_body_key,
        word_no + word_count as gap_start,
        lead(word_no) over following as gap_end,
        other_word_no + word_count as other_gap_start,
        lead(other_word_no) over following as other_gap_end
    from passages_and_both_ends
    window following as (
        partition by body_key, other_body_key order by word_no, other_word_no, word_count
    )
),

slots as (
    select
        gaps.body_key,
        gaps.other_body_key,
        list_filter(one.fillings[gap_start:gap_end - 1], lambda filling: filling > 0) as fillings,
        list_filter(
            other.fillings[other_gap_start:other_gap_end - 1], lambda filling: filling > 0
        ) as other_fillings
    from gaps
    join bodies_at_hand as one using (body_key)
    join bodies_at_hand as other on other.body_key = gaps.other_body_key
    where gap_end - gap_start between 1 and 30
        and other_gap_end - other_gap_start between 1 and 30
        and abs((gap_end - gap_start) - (other_gap_end - other_gap_start))
            <= 3 + least(gap_end - gap_start, other_gap_end - other_gap_start)
),

-- The last three bits of a filling are its kind.
kinds_that_only_one_side_has as (
    select
        body_key,
        other_body_key,
        list_transform(
            list_filter(fillings, lambda filling: not list_contains(other_fillings, filling)),
            lambda filling: filling & 7
        ) as kinds,
        list_transform(
            list_filter(other_fillings, lambda filling: not list_contains(fillings, filling)),
            lambda filling: filling & 7
        ) as other_kinds
    from slots
)

select
    body_key,
    other_body_key,
    count(*) as slot_count,
    count(*) filter (where list_has_any(kinds, other_kinds)) as conflict_count
from kinds_that_only_one_side_has
group by body_key, other_body_key;
