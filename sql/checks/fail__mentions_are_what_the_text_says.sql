-- The characters at the offsets of an entity or date mention are its surface, in one line with a role.
with

mentions as (
    select 'entity_mentions' as found_in, article_id, line_no, char_start, char_end, surface, role
    from entity_mentions
    union all
    select 'date_mentions', article_id, line_no, char_start, char_end, surface, role
    from date_mentions
)

select
    mentions.found_in,
    mentions.article_id,
    mentions.char_start,
    mentions.char_end,
    mentions.surface,
    lines.text as line
from mentions
left join articles using (article_id)
left join lines
    on lines.file_id = articles.file_id
    and lines.line_no = mentions.line_no
    and lines.char_start <= mentions.char_start
    and lines.char_end >= mentions.char_end
where mentions.char_start >= mentions.char_end
    or mentions.role is null
    or mentions.role is distinct from lines.role
    or mentions.surface is distinct from substr(
        lines.text,
        mentions.char_start - lines.char_start + 1,
        mentions.char_end - mentions.char_start
    )
order by mentions.found_in, mentions.article_id, mentions.char_start;
