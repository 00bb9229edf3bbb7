-- Lays the sketches of the new bodies beside those of all others.
-- needed_count: how many runs two bodies must share to be compared. Of a body of more than 256 runs
-- an eighth is kept: two of them stand for sixteen. Where more is kept, more must be shared.
insert into ledger.sketches by name
select
    unnest(sketch) as shingle,
    body_key,
    case
        when word_count > 259 then 2
        when word_count > 131 then 3
        when word_count > 67 then 5
        else 8
    end as needed_count,
    $parser_version as parser_version
from new_bodies;
