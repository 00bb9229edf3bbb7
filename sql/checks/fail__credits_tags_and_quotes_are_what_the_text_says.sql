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

-- A quotation may run over several lines.
lines_around as (
    select
        evidence.found_in,
        evidence.article_id,
        evidence.char_start,
        evidence.char_end,
        evidence.surface,
        min(lines.char_start) as line_start,
        string_agg(lines.text || lines.ending, '' order by lines.char_start) as line
    from evidence
    left join articles using (article_id)
    left join lines
        on lines.file_id = articles.file_id
        and lines.char_start < evidence.char_end
        and lines.char_end + length(lines.ending) > evidence.char_start
    group by all
)

select found_in, article_id, char_start, char_end, surface, line
from lines_around
where char_start >= char_end
    or char_start is null
    or char_end is null
    or surface is distinct from substr(line, char_start - line_start + 1, char_end - char_start)
order by found_in, article_id, char_start;
