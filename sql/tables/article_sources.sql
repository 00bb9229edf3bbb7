-- Outlets and agencies in each article, with the part that each plays.
-- Grain: one row per article, source, part played and place in the text.
-- Limits: a name that is not in the list of sources has no source_id, only its surface.
create table article_sources as
select distinct
    -- ids
    files.article_id as article_id,   -- The article.
    mentions.source_id as source_id,   -- The outlet or agency, in sources; null for a name that is not listed.
    mentions.relation as relation,   -- Part played: publisher, credit, photo_credit or cited.

    -- text
    mentions.surface as surface,   -- The name as it is written.
    mentions.char_start as char_start,   -- Offset in the file's text; null where the evidence lies outside it, such as a folder's name.
    mentions.char_end as char_end,   -- Offset behind it.

    -- certainty
    mentions.basis as basis,   -- How it is known: source_line, photo_credit, byline, dateline, folder and so on.
    mentions.score as score   -- How sure it is, 0 to 1.
from ledger.source_mentions as mentions
join files using (file_id)
anti join recurring_lines as furniture
    on furniture.file_id = mentions.file_id
    and furniture.char_start <= mentions.char_start
    and furniture.char_end >= mentions.char_end
where files.status = 'article'
order by article_id, char_start nulls first, relation, source_id, basis;
