-- Bodies that are not yet compared with the others, each once, however many files hold it.
-- A body below 25 words is too short to tell a copy from a formula.
create or replace temp table new_bodies as
select body_key, any_value(sketch) as sketch, any_value(len(words)) as word_count
from ledger.wordings
where len(words) >= 25 and body_key not in (select body_key from ledger.compared)
group by body_key;
