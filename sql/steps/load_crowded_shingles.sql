-- Of the runs of the new bodies, those that more than 16 bodies share by now.
-- Open to comparison are the 16 bodies of the smallest keys, which are as good as random. They are
-- looked for where they are needed only: a list for each of a million runs would not fit.
insert into ledger.crowded_shingles by name
with

crowded as (
    select shingle
    from ledger.sketches
    where shingle in (select unnest(sketch) from new_bodies)
    group by shingle
    having count(*) > 16
)

select
    shingle,
    list_extract(min(body_key, 16), 16) as last_open_key,
    $parser_version as parser_version
from ledger.sketches
where shingle in (select shingle from crowded)
group by shingle;
