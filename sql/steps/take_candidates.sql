-- The next pairs to be compared word by word, and their bodies.
create or replace temp table pairs_at_hand as
select body_key, other_body_key, needed_count
from candidates
where number >= $first and number < $first + $page_size;
