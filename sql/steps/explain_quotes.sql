-- Who says what in the article, and with which verb.
select
    char_start,
    char_end,
    if(length(surface) > 60, concat(left(surface, 59), '…'), surface) as said,
    form,
    speaker_surface,
    speaker_entity_id,
    verb,
    channel_source_id,
    score
from quotes
where article_id = $article_id
order by char_start, char_end;
