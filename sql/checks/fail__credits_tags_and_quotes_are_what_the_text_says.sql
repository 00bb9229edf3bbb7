-- The characters at the offsets of a source, tag, related headline or quotation are its surface.
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
)

select
    evidence.found_in,
    evidence.article_id,
    evidence.char_start,
    evidence.char_end,
    evidence.surface,
    lines.text as line
from evidence
left join articles using (article_id)
left join lines
    on lines.file_id = articles.file_id
    and lines.char_start <= evidence.char_start
    and lines.char_end >= evidence.char_end
where evidence.char_start >= evidence.char_end
    or evidence.surface is distinct from substr(
        lines.text,
        evidence.char_start - lines.char_start + 1,
        evidence.char_end - evidence.char_start
    )
order by evidence.found_in, evidence.article_id, evidence.char_start;
