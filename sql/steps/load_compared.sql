-- Notes that the new bodies are compared with all others.
insert into ledger.compared by name
select body_key, $parser_version as parser_version
from new_bodies;
