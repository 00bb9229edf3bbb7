-- Keeps the pairs of which one is a copy of the other, or draws on it, and those of one template.
-- Template, hence neither: one conflicting slot per 80 shared words or more. Nothing at all: one
-- slot of any kind per 10, or a quarter as many words rewritten as shared. Of reprints one in twenty
-- has a conflict per 60 words, three in four have none; forms filled in twice have one per 40 at the
-- least, but for forecasts of the weather, which share long runs and change much between them.
-- Copy: two thirds of the shorter text stand in the longer and make half of it, and a third of the
-- longer one's opening is shared: a text that opens with other news is another article. Cut, which
-- is a copy if the headlines agree: four fifths of the shorter stand in the longer and make half of
-- it, or share its opening, or the shorter has nothing of its own but a caption or a byline, which
-- is 8 words or 2 in 100. Either way a reprint may cut or add much, but rewrites little: 15 words
-- per 100 shared, 25 with lead and tail, and 25 words of the lead.
-- Reuse: two thirds of the shorter text, or a passage of 40 words.
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
        when conflict_count > 0 and conflict_count * 80 >= common_count then 'template'
        when slot_count * 10 >= common_count then null
        when greater_share < 0.65 then 'reuse'
        when rewritten_count > 0.25 * common_count then null
        when rewritten_count > 0.15 * common_count
            or rewritten_count + lead_count + tail_count > 0.25 * common_count
            or lead_count > 25
        then 'reuse'
        when smaller_share >= 0.5 and opening_share >= 1 / 3 then 'copy'
        when greater_share >= 0.8
            and (
                smaller_share >= 0.5
                or opening_share >= 1 / 3
                or own_count <= greatest(8, 0.02 * common_count)
            )
        then 'cut'
        else 'reuse'
    end as kind,
    word_count,
    other_word_count,
    shared_count,
    other_shared_count,
    longest_count,
    if(kind = 'template', [], passages) as passages,
    shingle_count,
    needed_count,
    $parser_version as parser_version
from pairs_with_their_slots
where kind is not null
order by body_key, other_body_key;
