-- No date in an article contradicts itself, such as a weekday that is not that of its date.
select article_id, surface, value, begin_on, char_start
from date_mentions
where has_conflict
order by article_id, char_start;
