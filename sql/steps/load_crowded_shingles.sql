-- Of the runs of the new bodies, those that more than 16 bodies share by now.
-- Open to comparison are the 16 bodies of the smallest keys, which are as good as random.
insert into ledger.crowded_shingles by name
select
    shingle,
    list_extract(min(body_key, 16), 16) as last_open_key,
    $parser_version as parser_version
from ledger.sketches
where shingle in (select unnest(sketch) from new_bodies)
group by shingle
having count(*) > 16;
