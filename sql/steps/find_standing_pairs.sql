-- The pairs that would be compared today: they share enough runs of words that are open to both.
-- A run that more than 16 bodies share is crowded: it counts half, and is open only to pairs with one
-- of the first 16, by key. So a run that thousands share costs 16 comparisons for each of them at the
-- most, and a story of a thousand variants still hangs together. Later arrivals can only crowd a run
-- or close it to a pair, never open it: what was found on arrival holds all that is left here, and
-- which pairs there are does not depend on the order of arrival.
-- Pairs of one template are left out, but what they tell is used. A page that holds two articles is
-- a copy of the one with which it opens, and draws on the other. It holds two if each has a passage
-- of 40 words or more that the other lacks, and they fill in one template, or share neither anything
-- in it nor their headline.
create or replace temp table standing_pairs as
with

crowded_shingles_of_each_body as (
    select shingle, body_key, body_key > last_open_key as is_behind_the_first
    from ledger.sketches
    join ledger.crowded_shingles as crowded using (shingle)
),

-- The smaller key decides: where it is not among the first, neither is the other.
what_crowds_take_from_each_pair as (
    select
        pairs.body_key,
        pairs.other_body_key,
        sum(if(one.is_behind_the_first, 1, 0.5)) as taken_count
    from ledger.pairs as pairs
    join crowded_shingles_of_each_body as one on one.body_key = pairs.body_key
    join crowded_shingles_of_each_body as other
        on other.body_key = pairs.other_body_key
        and other.shingle = one.shingle
    group by pairs.body_key, pairs.other_body_key
),

open_pairs as materialized (
    select pairs.*
    from ledger.pairs as pairs
    left join what_crowds_take_from_each_pair as crowds using (body_key, other_body_key)
    where pairs.shingle_count - coalesce(crowds.taken_count, 0) >= pairs.needed_count
),

links_in_both_directions as (
    select
        body_key as page_key,
        other_body_key as held_key,
        word_count as page_count,
        shared_count as held_count,
        list_transform(
            passages, lambda passage: range(passage.word_no, passage.word_no + passage.word_count)
        ) as held_words
    from open_pairs
    where kind in ('copy', 'cut')
    union all
    select
        other_body_key,
        body_key,
        other_word_count,
        other_shared_count,
        list_transform(
            passages,
            lambda passage: range(passage.other_word_no, passage.other_word_no + passage.word_count)
        )
    from open_pairs
    where kind in ('copy', 'cut')
),

pages_that_may_hold_two as (
    select one.page_key, one.held_key, other.held_key as other_held_key, true as is_template
    from open_pairs as pairs
    join links_in_both_directions as one on one.held_key = pairs.body_key
    join links_in_both_directions as other
        on other.held_key = pairs.other_body_key
        and other.page_key = one.page_key
    where pairs.kind = 'template'
    union all
    -- Of two that share nothing in it, one makes less than half of the page.
    select one.page_key, one.held_key, other.held_key, false
    from links_in_both_directions as one
    join links_in_both_directions as other
        on other.page_key = one.page_key
        and other.held_key <> one.held_key
    where one.held_count < 0.5 * one.page_count
        and one.held_count + other.held_count < one.page_count + 25
),

headlines_of_each_body as (
    select body_key as held_key, list(headline_key) as headline_keys
    from ledger.wordings
    where headline_key is not null
        and body_key in (
            select unnest([held_key, other_held_key]) from pages_that_may_hold_two
        )
    group by body_key
),

words_of_both as (
    select
        may.*,
        greatest(60, one.page_count // 4) as opening_count,
        list_distinct(flatten(one.held_words)) as held_words,
        list_distinct(flatten(other.held_words)) as other_held_words,
        coalesce(list_has_any(names.headline_keys, other_names.headline_keys), false)
            as share_headline
    from pages_that_may_hold_two as may
    join links_in_both_directions as one using (page_key, held_key)
    join links_in_both_directions as other
        on other.page_key = may.page_key
        and other.held_key = may.other_held_key
    left join headlines_of_each_body as names on names.held_key = may.held_key
    left join headlines_of_each_body as other_names on other_names.held_key = may.other_held_key
),

shares_of_both as (
    select
        *,
        len(list_intersect(held_words, other_held_words)) as common_count,
        len(list_filter(held_words, lambda word_no: word_no <= opening_count))
            - len(list_filter(other_held_words, lambda word_no: word_no <= opening_count))
            as opening_lead
    from words_of_both
),

articles_that_a_page_holds_besides as (
    select page_key, unnest(
        case
            when opening_lead > 0 then [other_held_key]
            when opening_lead < 0 then [held_key]
            else [held_key, other_held_key]
        end
    ) as held_key
    from shares_of_both
    where least(len(held_words), len(other_held_words)) - common_count >= 40
        and (is_template or (common_count < 25 and not share_headline))
),

pairs_that_are_no_copies as (
    select distinct
        least(page_key, held_key) as body_key,
        greatest(page_key, held_key) as other_body_key
    from articles_that_a_page_holds_besides
)

select
    pairs.* replace (if(two.body_key is null, pairs.kind, 'reuse') as kind)
from open_pairs as pairs
left join pairs_that_are_no_copies as two using (body_key, other_body_key)
where pairs.kind <> 'template';
