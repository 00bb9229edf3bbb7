-- The lines of the wanted articles that show something, with role, rule and what the rule sees.
-- Grain: one row per line, or per segment of a line.
-- Limits: of the originals' files only.
select
    lines.article_id, lines.line_no, lines.char_start, lines.text, lines.role, lines.rule,
    lines.score, lines.own_role, rules.sees
from lines
join articles using (file_id)
left join rules using (rule)
where lines.role is not null and list_contains($article_ids, articles.article_id)
order by lines.article_id, lines.line_no, lines.segment_no;
