-- Temporal expressions of the article and what they mean.
select char_start, char_end, surface, value, concat_ws(' – ', begin_on, end_on) as days,
    concat_ws(', ', granularity, modifier, if(has_conflict, 'conflict', null)) as detail, score
from date_mentions
where article_id = $article_id
order by char_start;
