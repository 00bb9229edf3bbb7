-- The characters at the offsets of a source, tag, related headline, quotation or speaker are its surface.
with

evidence as (
    select 'article_sources' as found_in, article_id, char_start, char_end, surface
    from article_sources
    where char_start is not null or char_end is not null
    union all
    select 'article_tags', article_id, char_start, char_end, tag
    from article_tags
    union all
    select 'related_headlines', article_id, char_start, char_end, headline
    from related_headlines
    union all
    select 'quotes', article_id, char_start, char_end, surface
    from quotes
    union all
    select 'quotes.speaker_surface', article_id, speaker_char_start, speaker_char_end, speaker_surface
    from quotes
    where speaker_surface is not null
        or speaker_char_start is not null
        or speaker_char_end is not null
),

evidence_in_files as (
    select evidence.*, articles.file_id
    from evidence
    left join articles using (article_id)
),

-- Nearly everything stands within one line.
within_a_line as (
    select
        evidence.*,
        lines.line_no,
        substr(
            lines.text,
            evidence.char_start - lines.char_start + 1,
            evidence.char_end - evidence.char_start
        ) as text
    from evidence_in_files as evidence
    left join lines
        on lines.file_id = evidence.file_id
        and lines.char_start <= evidence.char_start
        and lines.char_end >= evidence.char_end
),

-- A quotation may run over several.
across_lines as (
    select
        evidence.* exclude (line_no, text),
        string_agg(
            substr(
                lines.text || lines.ending,
                greatest(evidence.char_start - lines.char_start, 0) + 1,
                least(evidence.char_end, lines.char_end + length(lines.ending))
                    - greatest(evidence.char_start, lines.char_start)
            ),
            '' order by lines.char_start
        ) as text
    from within_a_line as evidence
    left join lines
        on lines.file_id = evidence.file_id
        and lines.char_start < evidence.char_end
        and lines.char_end + length(lines.ending) > evidence.char_start
    where evidence.line_no is null
    group by all
),

texts as (
    select * exclude (line_no)
    from within_a_line
    where line_no is not null
    union all by name
    select *
    from across_lines
)

select found_in, article_id, char_start, char_end, surface, text
from texts
where char_start >= char_end
    or char_start is null
    or char_end is null
    or surface is distinct from text
order by found_in, article_id, char_start;
