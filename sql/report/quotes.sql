-- Who is quoted most, and with which verbs.
-- Grain: one row per speaker and verb.
-- Limits: the first speakers and verbs; further verbs count together, nameless speakers not at all.
with

named_quotes as (
    select coalesce(entities.name_ar, quotes.speaker_surface) as speaker, quotes.verb
    from quotes
    left join entities on entities.entity_id = quotes.speaker_entity_id
    where coalesce(entities.name_ar, quotes.speaker_surface) is not null
),

ranked_speakers as (
    select speaker, row_number() over (order by count(*) desc, speaker) as place
    from named_quotes
    group by speaker
    qualify place <= $limit
),

ranked_verbs as (
    select verb, row_number() over (order by count(*) desc, verb) as verb_place
    from named_quotes
    where verb is not null
    group by verb
)

select
    quotes.speaker,
    case
        when quotes.verb is null then 'بلا فعل'
        when verbs.verb_place > $verb_limit then 'أفعال أخرى'
        else quotes.verb
    end as verb,
    case
        when quotes.verb is null then $verb_limit + 1
        else least(verbs.verb_place - 1, $verb_limit)
    end as verb_place,
    count(*) as quote_count
from named_quotes as quotes
join ranked_speakers as speakers using (speaker)
left join ranked_verbs as verbs using (verb)
group by all
order by any_value(speakers.place), quotes.speaker, verb_place;
