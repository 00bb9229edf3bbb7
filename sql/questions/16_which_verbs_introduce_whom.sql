-- With which verbs do the articles introduce each speaker?
-- بأي أفعال تقدم المقالات كل متحدث؟
-- A speaker who "asserts" or "reveals" is presented as right, one who "claims" is not.
select
    entities.name_ar as speaker,
    count(*) as quote_count,
    count(*) filter (where quotes.stance = 'factive') as factive_count,
    count(*) filter (where quotes.stance = 'doubtful') as doubtful_count,
    string_agg(distinct quotes.verb, '، ' order by quotes.verb) as verbs
from quotes
join entities on entities.entity_id = quotes.speaker_entity_id
where quotes.form <> 'partial'
group by entities.entity_id, entities.name_ar
order by quote_count desc, entities.entity_id;
