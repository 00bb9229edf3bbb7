-- Pairs of a new body and any other that share enough kept runs of words which are open to both: as
-- many as the longer of them needs. A crowded run counts half: most are formulas. What makes a run
-- crowded, and open, is told in find_standing_pairs.
create or replace temp table candidates as
with

bodies_that_share_a_shingle_of_a_new_one as (
    select
        sketches.shingle,
        sketches.body_key,
        sketches.needed_count,
        new_bodies.body_key is not null as is_new,
        crowded.last_open_key
    from ledger.sketches as sketches
    left join new_bodies using (body_key)
    left join ledger.crowded_shingles as crowded using (shingle)
    where sketches.shingle in (select unnest(sketch) from new_bodies)
),

pairs_that_share_enough as (
    select
        one.body_key,
        other.body_key as other_body_key,
        least(any_value(one.needed_count), any_value(other.needed_count)) as needed_count
    from bodies_that_share_a_shingle_of_a_new_one as one
    join bodies_that_share_a_shingle_of_a_new_one as other
        on other.shingle = one.shingle
        and other.body_key > one.body_key
    where (one.last_open_key is null or one.body_key <= one.last_open_key)
        and (one.is_new or other.is_new)
    group by one.body_key, other.body_key
    having sum(if(one.last_open_key is null, 1, 0.5)) >= least(any_value(one.needed_count), any_value(other.needed_count))
)

select
    body_key,
    other_body_key,
    needed_count,
    row_number() over (order by body_key, other_body_key) - 1 as number
from pairs_that_share_enough;
