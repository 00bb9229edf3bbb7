-- The characters at the offsets of a headline or summary are that headline or summary.
with

spans as (
    select
        'headline' as part, article_id, file_id, headline as surface,
        headline_char_start as char_start, headline_char_end as char_end
    from articles
    where headline is not null or headline_char_start is not null or headline_char_end is not null
    union all
    select 'summary', article_id, file_id, summary, summary_char_start, summary_char_end
    from articles
    where summary is not null or summary_char_start is not null or summary_char_end is not null
),

-- A summary may run over several lines.
text_at_each_span as (
    select
        spans.part,
        spans.article_id,
        string_agg(
            substr(
                lines.text || lines.ending,
                greatest(spans.char_start - lines.char_start, 0) + 1,
                least(spans.char_end, lines.char_end + length(lines.ending))
                    - greatest(spans.char_start, lines.char_start)
            ),
            '' order by lines.line_no, lines.segment_no
        ) as text
    from spans
    join lines
        on lines.file_id = spans.file_id
        and lines.char_start < spans.char_end
        and lines.char_end + length(lines.ending) > spans.char_start
    group by spans.part, spans.article_id
)

select spans.part, spans.article_id, spans.surface, text_at_each_span.text
from spans
left join text_at_each_span using (part, article_id)
where spans.surface is distinct from text_at_each_span.text
order by spans.part, spans.article_id;
