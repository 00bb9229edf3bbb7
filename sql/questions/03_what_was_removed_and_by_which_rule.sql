-- What was set aside from the pages, and by which rule?
-- ما الذي نُحِّي من الصفحات، وبأي قاعدة؟
-- Nothing is deleted: the lines themselves stand in the table lines.
select
    role,
    rule,
    sum(line_count)::bigint as line_count,
    sum(char_count)::bigint as char_count,
    min(example) as example
from removed_lines
group by role, rule
order by char_count desc, role, rule;
