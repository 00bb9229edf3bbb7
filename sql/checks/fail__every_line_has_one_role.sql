-- Every line that shows something has a role, the rule that gave it and a score; blank lines have none.
with

-- Blank is white space and the invisible controls that steer direction and joining.
judged_lines as (
    select
        *,
        regexp_full_match(text, '[\s\x0b\x1c-\x1f\x{85}\p{Z}\x{ad}\x{61c}\x{feff}'
            || '\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2069}]*') as is_blank
    from lines
)

select file_id, line_no, segment_no, role, rule, score
from judged_lines
where (not is_blank and (role is null or rule is null or score is null))
    or (is_blank and role is not null)
order by file_id, line_no, segment_no;
