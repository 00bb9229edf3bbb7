-- The text of every readable file, line by line, with the role of each line and the rule that said so.
-- Grain: one row per line, or per segment of a line that mixes roles.
-- Limits: roles are guesses of named rules, as sure as score says; texts and endings in order are the whole text.
create table lines as
with

-- The words of all articles are numbered, file by file.
places_of_each_file as (
    select
        file_id,
        cast(sum(place_count) over (order by file_id) - place_count as bigint) as first_place
    from (
        select file_id, max(first_word + lines.word_count) + 1 as place_count
        from ledger.lines
        join files using (file_id)
        where files.status = 'article' and lines.first_word is not null
        group by file_id
    )
)

select
    -- ids
    lines.file_id as file_id,   -- The file, in files.
    files.article_id as article_id,   -- The article that the file is, or is a copy of; null for superseded and rejected files.
    lines.line_no as line_no,   -- Number of the line in the file, from 1.
    lines.segment_no as segment_no,   -- Number of the segment in the line, from 1; most lines have one.

    -- text
    lines.char_start as char_start,   -- Offset of the first character in the file's text, from 0.
    lines.char_end as char_end,   -- Offset behind the last character, line ending left out.
    lines.text as text,   -- The characters as they stand in the file.
    lines.ending as ending,   -- The line ending behind it: a newline in any form, or nothing.

    -- search
    case when recurring.file_id is null and places.file_id is not null then lines.word_count end as word_count,   -- Words that search knows: runs of letters and of digits; null for a line that is not searched.
    case when recurring.file_id is null then places.first_place + lines.first_word end as first_place,   -- Number of the first of them, counted through all articles, as in search_terms.

    -- role
    case when recurring.file_id is null then lines.role else 'boilerplate' end as role,   -- headline, repeated_headline, dateline, byline, summary, caption, body, subheading, credit, tags, related, boilerplate or unknown; null for a blank line.
    case when recurring.file_id is null then lines.rule else 'repeats_across_articles' end as rule,   -- Id of the rule that gave the role; null for a blank line.
    coalesce(recurring.share, lines.score) as score,   -- How sure the rule is, 0 to 1; of repeats_across_articles the share of the outlet's articles; null for a blank line.

    -- what its page alone tells; the outlet's other articles may know better
    lines.role as own_role,   -- Role before the outlet's other articles were looked at; the same as role but for repeats_across_articles.
    lines.rule as own_rule   -- Id of the rule that gave it.
from ledger.lines as lines
join files using (file_id)
left join recurring_lines as recurring using (file_id, line_no, segment_no)
left join places_of_each_file as places using (file_id)
order by file_id, line_no, segment_no;
