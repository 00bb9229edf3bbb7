-- The bodies of the pairs at hand, each once: files of equal words have equal bodies.
create or replace temp table bodies_at_hand as
select
    body_key,
    any_value(words) as words,
    len(any_value(words)) as word_count,
    any_value(fillings) as fillings,
    any_value(sketch) as sketch
from ledger.wordings
where body_key in (select body_key from pairs_at_hand union select other_body_key from pairs_at_hand)
group by body_key;
