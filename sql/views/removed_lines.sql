-- What of the pages is not text of the article, by the rule that set it aside and by publisher.
-- Grain: one row per role, rule and publisher.
-- Limits: of originals only; nothing is deleted, the lines themselves stand in lines.
create view removed_lines as
select
    lines.role as role,   -- What the lines are: boilerplate, related, tags, credit, caption and so on.
    lines.rule as rule,   -- The rule that said so.
    articles.source_id as source_id,   -- Publisher of the articles; null where it is unknown.
    count(*) as line_count,   -- Lines set aside.
    sum(lines.char_end - lines.char_start)::bigint as char_count,   -- Their length in characters.
    count(distinct articles.article_id) as article_count,   -- Articles that had such lines.
    first(lines.text order by lines.file_id, lines.line_no, lines.segment_no) as example   -- One of the lines.
from lines
join articles using (file_id)
where lines.role not in ('headline', 'summary', 'body', 'subheading')
group by lines.role, lines.rule, articles.source_id
order by line_count desc, role, rule, source_id;
