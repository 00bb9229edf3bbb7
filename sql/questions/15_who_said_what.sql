-- Who said what, with which verb, and through whom?
-- من قال ماذا، وبأي فعل، وعبر من؟
-- Words in quotation marks only; verb_class and stance tell what the verb implies.
select
    coalesce(entities.name_ar, quotes.speaker_surface) as speaker,
    quotes.verb,
    quotes.stance,
    channels.name_ar as channel,
    quotes.surface as said,
    quotes.score
from quotes
join articles using (article_id)
left join entities on entities.entity_id = quotes.speaker_entity_id
left join sources as channels on channels.source_id = quotes.channel_source_id
where quotes.form = 'direct'
order by quotes.score desc, articles.published_on nulls last, quotes.article_id, quotes.char_start
limit 10;
