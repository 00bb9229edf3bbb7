-- Where articles name persons, organisations, places and other named things.
-- Grain: one row per mention; counts therefore count articles, not their copies.
-- Limits: names only, no pronouns, titles or nationality adjectives; score says how sure the finder is.
create table entity_mentions as
with

mentions_with_an_id as (
    select
        *,
        coalesce(
            entity_id, concat('x-', lower(kind), '-', left(md5(name_key), 12))
        ) as known_or_made_id
    from ledger.entity_mentions
)

select
    -- ids
    files.article_id as article_id,   -- The article.
    mentions.known_or_made_id as entity_id,   -- The entity, in entities; an unlisted name has an id made of its kind and spelling, which begins with x-.

    -- text
    mentions.line_no as line_no,   -- Line of the file, in lines.
    mentions.char_start as char_start,   -- Offset in the file's text.
    mentions.char_end as char_end,   -- Offset behind it.
    mentions.surface as surface,   -- The name as it is written, without attached particles.
    mentions.kind as kind,   -- What it is here: PER, ORG, LOC or MISC.
    lines.role as role,   -- Role of the line that names it, such as headline, body or caption.

    -- certainty
    mentions.method as method,   -- How it was found.
    mentions.score as score   -- How sure the finder is, 0 to 1.
from mentions_with_an_id as mentions
join files on files.file_id = mentions.file_id and files.status = 'article'
left join lines
    on lines.file_id = mentions.file_id
    and lines.line_no = mentions.line_no
    and lines.char_start <= mentions.char_start
    and lines.char_end >= mentions.char_end
where lines.rule is distinct from 'repeats_across_articles'
order by article_id, char_start;
