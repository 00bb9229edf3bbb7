-- Where does an article contradict itself about a date?
-- أين يناقض المقال نفسه في تاريخ؟
-- The reading that is kept is the most literal one; has_conflict says not to trust it blindly.
select articles.published_on, mentions.surface, mentions.value, lines.text as line
from date_mentions as mentions
join articles using (article_id)
join lines
    on lines.file_id = articles.file_id
    and lines.char_start <= mentions.char_start
    and lines.char_end >= mentions.char_end
where mentions.has_conflict
order by articles.article_id, mentions.char_start;
