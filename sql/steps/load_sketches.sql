-- Lays the sketches of the new bodies beside those of all others.
insert into ledger.sketches by name
select unnest(sketch) as shingle, body_key, $parser_version as parser_version
from new_bodies;
