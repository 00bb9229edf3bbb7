-- The rules that set lines aside, with the publishers on whose pages they did.
-- Grain: one row per role, rule and publisher.
-- Limits: the rules that set aside the most lines; the publishers with fewer lines count together.
with

ranked_rules as (
    select role, rule, row_number() over (order by sum(line_count) desc, role, rule) as place
    from removed_lines
    group by role, rule
    qualify place <= $limit
),

ranked_sources as (
    select source_id, row_number() over (order by sum(line_count) desc, source_id) as source_place
    from removed_lines
    where source_id is not null
    group by source_id
)

select
    removed.role,
    removed.rule,
    case
        when removed.source_id is null then 'غير معروف'
        when ranked.source_place > $source_limit then 'منابر أخرى'
        else sources.name_ar
    end as source,
    sum(removed.line_count)::bigint as line_count,
    sum(removed.article_count)::bigint as article_count,
    min(removed.example) as example,
    any_value(rules.sees) as sees
from removed_lines as removed
join ranked_rules as rule_places
    on rule_places.role = removed.role and rule_places.rule = removed.rule
left join ranked_sources as ranked on ranked.source_id = removed.source_id
left join sources on sources.source_id = removed.source_id
left join rules on rules.rule = removed.rule
group by rule_places.place, removed.role, removed.rule, 3
order by rule_places.place, line_count desc, source;
