-- A date mention does not end before it begins; one end may be open ("الأشهر الأخيرة").
select article_id, char_start, surface, value, begin_on, end_on
from date_mentions
where begin_on > end_on
order by article_id, char_start;
