-- The pairs that would be compared today: they share two runs of words that are open to both.
-- A run that more than 16 bodies share is open only to pairs with one of the first 16, by key. So
-- a run that thousands share costs 16 comparisons for each of them, and a story of a thousand
-- variants still hangs together. Later arrivals can only close a run to a pair, never open it:
-- what was found on arrival holds all that is left here, and which pairs there are does not depend
-- on the order of arrival.
create or replace temp table standing_pairs as
with

bodies_behind_the_first as (
    select shingle, body_key
    from ledger.sketches
    join ledger.crowded_shingles as crowded using (shingle)
    where body_key > last_open_key
),

-- The smaller key decides: where it is not among the first, neither is the other.
closed_shingles_of_each_pair as (
    select pairs.body_key, pairs.other_body_key, count(*) as closed_count
    from ledger.pairs as pairs
    join bodies_behind_the_first as one on one.body_key = pairs.body_key
    join bodies_behind_the_first as other
        on other.body_key = pairs.other_body_key
        and other.shingle = one.shingle
    group by pairs.body_key, pairs.other_body_key
)

select pairs.*
from ledger.pairs as pairs
left join closed_shingles_of_each_pair as closed using (body_key, other_body_key)
where pairs.shingle_count - coalesce(closed.closed_count, 0) >= 2;
