-- Keeps the pairs of which one is a copy of the other, or draws on it.
-- Template, hence neither: one conflicting slot per 80 shared words or more, or one slot of any
-- kind per 10. Of reprints one in twenty has a conflict per 60 words, three in four have none;
-- forms filled in twice have one per 40 at the least.
-- Copy: two thirds of the shorter text stand in the longer and make half of it. Cut: four fifths
-- of the shorter stand in the longer, however much that holds besides; a copy if the headlines
-- agree. Either way it may cut or add much, but rewrites little: 25 words per 100 shared.
-- Reuse: a cut under another headline, or a passage of 40 words.
insert into ledger.pairs by name
with

pairs_with_their_slots as (
    select
        measured.*,
        coalesce(slots.slot_count, 0) as slot_count,
        coalesce(slots.conflict_count, 0) as conflict_count
    from measured_pairs as measured
    left join slots_of_pairs as slots using (body_key, other_body_key)
)

select
    body_key,
    other_body_key,
    case
        when conflict_count * 80 >= common_count or slot_count * 10 >= common_count then null
        when rewritten_count * 4 > common_count then if(longest_count >= 40, 'reuse', null)
        when greater_share >= 0.65 and smaller_share >= 0.5 then 'copy'
        when greater_share >= 0.8 then 'cut'
        else 'reuse'
    end as kind,
    word_count,
    other_word_count,
    shared_count,
    other_shared_count,
    longest_count,
    passages,
    shingle_count,
    $parser_version as parser_version
from pairs_with_their_slots
where kind is not null
order by body_key, other_body_key;
