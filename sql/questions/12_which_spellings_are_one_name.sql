-- Which names are spelled in several ways that differ in letters only?
-- أي الأسماء تُكتب بصور لا تختلف إلا في رسم الحروف؟
-- ar_fold makes أ إ آ to ا, ة to ه, ى to ي, drops the marks, and turns digits to 0 to 9.
select
    entities.name_ar,
    list(distinct mentions.surface order by mentions.surface) as spellings,
    count(*) as mention_count
from entity_mentions as mentions
join entities using (entity_id)
group by entities.entity_id, entities.name_ar, ar_fold(mentions.surface)
having count(distinct mentions.surface) > 1
order by mention_count desc, entities.entity_id;
