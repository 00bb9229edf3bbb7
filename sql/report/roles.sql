-- What each publisher's pages consist of, as shares of their characters.
-- Grain: one row per publisher and part of the page.
-- Limits: the publishers with the most articles; the rest and the unknown count together.
with

ranked_sources as (
    select source_id, row_number() over (order by published_count desc, source_id) as place
    from sources
    where published_count > 0
),

parts as (
    select
        case
            when articles.source_id is null then 'غير معروف'
            when ranked.place > $limit then 'منابر أخرى'
            else sources.name_ar
        end as source,
        least(coalesce(ranked.place, $limit + 2), $limit + 2) as place,
        case
            when lines.role in ('body', 'subheading') then 'body'
            when lines.role in ('headline', 'summary') then 'headline'
            when lines.role in ('dateline', 'byline', 'caption', 'credit', 'tags') then 'about'
            else lines.role
        end as part,
        sum(lines.char_end - lines.char_start)::bigint as char_count
    from lines
    join articles using (file_id)
    left join sources using (source_id)
    left join ranked_sources as ranked using (source_id)
    where lines.role is not null
    group by all
)

select
    source, part, char_count,
    char_count / greatest(1, sum(char_count) over (partition by source)) as share
from parts
order by place, source, part;
