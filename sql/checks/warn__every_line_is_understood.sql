-- Every line of an article has a role that a rule knows.
select articles.article_id, lines.line_no, lines.text
from lines
join articles using (file_id)
where lines.role = 'unknown'
order by articles.article_id, lines.line_no, lines.segment_no;
