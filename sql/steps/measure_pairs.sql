-- How much of each pair is shared, and how much was rewritten rather than cut or added.
-- Pairs that share too little to mean anything are left out: ordinary articles on one topic share
-- no run of more than 15 words. Rewritten are the words between shared passages, lead and tail those
-- in front of the first and behind the last, each of the side that has fewer: a reprint cuts or
-- adds on one side only. opening_share: how much of the longer text's opening is shared. own_count:
-- the words that the text which is shared the more has for itself.
create or replace temp table measured_pairs as
with

-- The opening of a text, by which one story is told from another: a quarter, or 60 words.
passages_of_known_length as (
    select
        passages.*,
        len(one.words) as text_count,
        len(other.words) as other_text_count,
        greatest(60, len(one.words) // 4) + 1 as opening_end,
        greatest(60, len(other.words) // 4) + 1 as other_opening_end
    from passages
    join bodies_at_hand as one using (body_key)
    join bodies_at_hand as other on other.body_key = passages.other_body_key
),

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
    from passages_of_known_length
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
        sum(greatest(
            0,
            least(opening_end, word_no + word_count) - greatest(word_no, coalesce(former_end, 0))
        )) as opening_count,
        sum(greatest(
            0,
            least(other_opening_end, other_word_no + word_count)
                - greatest(other_word_no, coalesce(other_former_end, 0))
        )) as other_opening_count,
        any_value(text_count) as text_count,
        any_value(other_text_count) as other_text_count,
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
        shared.body_key,
        shared.other_body_key,
        text_count as word_count,
        other_text_count as other_word_count,
        shared_count,
        other_shared_count,
        longest_count,
        passages,
        len(list_intersect(one.sketch, other.sketch)) as shingle_count,
        needed_count,
        least(shared_count, other_shared_count) as common_count,
        greatest(shared_count / text_count, other_shared_count / other_text_count)
            as greater_share,
        least(shared_count / text_count, other_shared_count / other_text_count) as smaller_share,
        if(
            shared_count / text_count > other_shared_count / other_text_count,
            text_count - shared_count,
            other_text_count - other_shared_count
        ) as own_count,
        if(
            text_count > other_text_count,
            opening_count / greatest(60, text_count // 4),
            other_opening_count / greatest(60, other_text_count // 4)
        ) as opening_share,
        least(end_no - first_no - shared_count, other_end_no - other_first_no - other_shared_count)
            as rewritten_count,
        least(first_no, other_first_no) - 1 as lead_count,
        least(text_count - end_no, other_text_count - other_end_no) + 1 as tail_count
    from shared_words as shared
    join pairs_at_hand using (body_key, other_body_key)
    join bodies_at_hand as one using (body_key)
    join bodies_at_hand as other on other.body_key = shared.other_body_key
)

select *
from shares
where common_count >= 25 and (greater_share >= 0.65 or longest_count >= 40);
