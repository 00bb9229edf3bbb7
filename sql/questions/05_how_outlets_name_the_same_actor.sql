-- How does each outlet name the Islamic State group?
-- كيف يسمي كل منبر تنظيم الدولة الإسلامية؟
-- Names as written; share_of_outlet is the share among all of the outlet's names for it.
select
    coalesce(sources.name_ar, 'غير معروف') as publisher,
    names.surface,
    sum(names.mention_count)::bigint as mention_count,
    round(
        sum(names.mention_count)
            / sum(sum(names.mention_count)) over (partition by names.source_id),
        2
    ) as share_of_outlet
from naming_choices as names
left join sources using (source_id)
where names.entity_id = 'islamic-state'
group by names.source_id, sources.name_ar, names.surface
order by names.source_id nulls last, mention_count desc, names.surface;
