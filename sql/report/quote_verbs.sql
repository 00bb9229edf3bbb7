-- The verbs that bring in quotations, and what they imply of the words said.
-- Grain: one row per verb and stance.
-- Limits: the most frequent verbs; a headline's colon is no verb.
with

ranked_verbs as (
    select verb, row_number() over (order by count(*) desc, verb) as place
    from quotes
    where verb is not null
    group by verb
    qualify place <= $limit
)

select quotes.verb, quotes.stance, count(*) as quote_count
from quotes
join ranked_verbs using (verb)
group by ranked_verbs.place, quotes.verb, quotes.stance
order by ranked_verbs.place, quotes.stance;
