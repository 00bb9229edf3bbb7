-- A line's role is what its page alone tells, but for recurring lines of the story, which are furniture.
select
    coalesce(lines.file_id, recurring.file_id) as file_id,
    coalesce(lines.line_no, recurring.line_no) as line_no,
    lines.role,
    lines.rule,
    lines.own_role,
    lines.own_rule
from lines
full join recurring_lines as recurring using (file_id, line_no, segment_no)
where (
        recurring.file_id is null
        and (lines.role is distinct from lines.own_role or lines.rule is distinct from lines.own_rule)
    )
    or (
        recurring.file_id is not null
        and (
            lines.role is distinct from 'boilerplate'
            or lines.rule is distinct from 'repeats_across_articles'
            or lines.score is distinct from recurring.share
            or coalesce(lines.own_role, '') not in ('body', 'unknown', 'subheading', 'caption')
        )
    )
order by file_id, line_no;
