-- The lines of a file that show something, with role and rule.
select line_no, role, rule, score, text
from lines
where file_id = $file_id and role is not null
order by line_no, segment_no;
