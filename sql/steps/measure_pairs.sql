-- How much of each pair is shared, and how much was rewritten rather than cut or added.
-- Pairs that share too little to mean anything are left out: ordinary articles on one topic share
-- no run of more than 15 words. Rewritten are words between shared passages, in front of the first
-- and behind the last, of the side that has fewer: a reprint cuts or adds on one side only.
create or replace temp table measured_pairs as
with

ends_of_what_came_before as (
    select
        *,
        max(word_no + word_count) over (
            partition by body_key, other_body_key order by word_no, word_count, other_word_no
            rows between unbounded preceding and 1 preceding
        ) as former_end,
        max(other_word_no + word_count) over (
            partition by body_key, other_body_key order by other_word_no, word_count, word_no
            rows between unbounded preceding and 1 preceding
        ) as other_former_end
    from passages
),

shared_words as (
    select
        body_key,
        other_body_key,
        sum(greatest(0, word_no + word_count - greatest(word_no, coalesce(former_end, 0))))
            as shared_count,
        sum(greatest(
            0,
            other_word_no + word_count - greatest(other_word_no, coalesce(other_former_end, 0))
        )) as other_shared_count,
        min(word_no) as first_no,
        min(other_word_no) as other_first_no,
        max(word_no + word_count) as end_no,
        max(other_word_no + word_count) as other_end_no,
        max(word_count) as longest_count,
        list(
            {'word_no': word_no, 'other_word_no': other_word_no, 'word_count': word_count}
            order by word_no, other_word_no
        ) as passages
    from ends_of_what_came_before
    group by body_key, other_body_key
),

shares as (
    select
        shared.* exclude (first_no, other_first_no, end_no, other_end_no),
        len(one.words) as word_count,
        len(other.words) as other_word_count,
        len(list_intersect(one.sketch, other.sketch)) as shingle_count,
        least(shared_count, other_shared_count) as common_count,
        greatest(shared_count / len(one.words), other_shared_count / len(other.words))
            as greater_share,
        least(shared_count / len(one.words), other_shared_count / len(other.words))
            as smaller_share,
        least(end_no - first_no - shared_count, other_end_no - other_first_no - other_shared_count)
            + least(first_no, other_first_no) - 1
            + least(len(one.words) - end_no, len(other.words) - other_end_no) + 1
            as rewritten_count
    from shared_words as shared
    join bodies_at_hand as one using (body_key)
    join bodies_at_hand as other on other.body_key = shared.other_body_key
)

select *
from shares
where common_count >= 25 and (greater_share >= 0.65 or longest_count >= 40);
