-- Furniture that only many pages together give away: short lines that an outlet's articles repeat.
-- Grain: one row per line, or segment of a line, that is furniture because different articles repeat it.
-- Limits: what is so common that it may be prose stays: long lines, labels over paragraphs, names, credits and datelines.
create table recurring_lines as
with

-- An outlet's furniture is its own: lines are counted outlet by outlet.
publisher_of_each_file as (
    select file_id, source_id
    from ledger.source_mentions
    where relation = 'publisher' and source_id is not null
    qualify row_number() over (
        partition by file_id
        order by score desc, char_start nulls last, source_id nulls last, basis, surface
    ) = 1
),

-- Where nothing names the outlet, pages that look alike stand for one: the same folder, numbers
-- apart, the same way to the headline, and dates of one shape ("الجمعة 10 يوليوز" is "a 9 a").
-- The longest paragraph tells articles apart that are not copies by their key, because a story that
-- was updated keeps it.
files_with_an_outlet as (
    select
        files.file_id,
        files.article_id,
        coalesce(
            publisher.source_id,
            concat_ws(
                ' | ',
                regexp_replace(regexp_replace(facts.path_hint, '[^/]*$', ''), '[0-9]+', '9', 'g'),
                coalesce(facts.headline_rule, '-'),
                coalesce(
                    regexp_replace(
                        regexp_replace(trim(facts.dateline), '[\p{L}\p{M}]+', 'a', 'g'),
                        '\p{N}+', '9', 'g'
                    ),
                    '-'
                )
            )
        ) as outlet,
        publisher.source_id is not null as is_known,
        facts.first_paragraph_start,
        facts.last_paragraph_start,
        coalesce(facts.longest_paragraph_key, files.article_id) as longest_paragraph
    from files
    join ledger.facts as facts using (file_id)
    left join publisher_of_each_file as publisher using (file_id)
    where files.status in ('article', 'copy')
),

articles_of_each_outlet as (
    select outlet, is_known, count(distinct article_id) as article_count
    from files_with_an_outlet
    group by outlet, is_known
),

-- Paragraphs lie between head and tail.
places_of_short_lines as (
    select
        lines.file_id,
        lines.line_no,
        lines.segment_no,
        lines.char_start,
        lines.char_end,
        lines.role,
        lines.line_key,
        lines.line_end,
        files.article_id,
        files.outlet,
        files.longest_paragraph,
        case
            when lines.char_start < files.first_paragraph_start then 'head'
            when lines.char_start > files.last_paragraph_start then 'tail'
            else 'story'
        end as place
    from ledger.lines as lines
    join files_with_an_outlet as files using (file_id)
    where lines.line_key is not null
),

lines_of_five_files as (
    select outlet, line_key
    from places_of_short_lines
    group by outlet, line_key
    having count(*) >= 5
),

lines_of_five_articles as (
    select
        outlet,
        line_key,
        least(count(distinct article_id), count(distinct longest_paragraph)) as article_count,
        count(*) as line_count,
        count(*) filter (where place = 'head') as head_count,
        count(*) filter (where place = 'tail') as tail_count,
        count(*) filter (where place = 'story') as story_count,
        bool_or(role in ('summary', 'byline', 'credit', 'dateline')) as is_data_elsewhere,
        bool_or(role = 'caption') as is_a_caption,
        bool_or(role = 'subheading') as is_a_subheading,
        length(line_key) - length(replace(line_key, ' ', '')) + 1 as words,
        bool_or(regexp_matches(line_end, '[.!…؟?][\s\p{P}]*$')) and words >= 5 as is_a_sentence,
        bool_or(regexp_matches(line_end, '[؟?]\s*$')) as is_a_question,
        bool_or(regexp_matches(line_end, ':\s*$')) as leads_in,
        is_a_caption or is_a_subheading or is_a_sentence as may_be_prose
    from places_of_short_lines
    semi join lines_of_five_files using (outlet, line_key)
    group by outlet, line_key
    having least(count(distinct article_id), count(distinct longest_paragraph)) >= 5
),

-- A person, or an outlet that publishes or supplies: the line signs an article.
lines_that_sign as (
    select distinct outlet, line_key
    from places_of_short_lines as lines
    semi join lines_of_five_articles using (outlet, line_key)
    join (
        select file_id, char_start, char_end from ledger.entity_mentions where kind = 'PER'
        union all
        select file_id, char_start, char_end from ledger.source_mentions where relation <> 'cited'
    ) as names
        on names.file_id = lines.file_id
        and names.char_start >= lines.char_start
        and names.char_end <= lines.char_end
),

-- A tenth of an outlet's articles at the edge of the story, or a fifth within it, is more than a
-- column or a series of reports makes. What may well be prose must stand in every second of ten
-- or more: a sentence, which closes a story («ولم تعلن أي جهة مسؤوليتها.»), a caption, a
-- subheading. Short subheadings (خلفية), questions over a paragraph and words that lead in to
-- what follows within the story are prose however often they come.
furniture as (
    select
        outlet,
        line_key,
        outlets.is_known,
        recurring.article_count,
        outlets.article_count as outlet_article_count,
        recurring.article_count / outlets.article_count as share,
        case greatest(head_count, tail_count, story_count)
            when head_count then 'head'
            when tail_count then 'tail'
            else 'story'
        end as place
    from lines_of_five_articles as recurring
    join articles_of_each_outlet as outlets using (outlet)
    anti join lines_that_sign using (outlet, line_key)
    where not is_data_elsewhere
        and greatest(head_count, tail_count, story_count) >= 0.8 * line_count
        and not (is_a_subheading and (words <= 3 or is_a_question or is_a_sentence))
        and not (place = 'story' and (leads_in or is_a_sentence))
        and recurring.article_count >= case when may_be_prose then 10 else 5 end
        and share >= case when may_be_prose then 0.5 when place = 'story' then 0.2 else 0.1 end
)

select
    -- ids
    lines.file_id as file_id,   -- The file, in files.
    lines.line_no as line_no,   -- Number of the line in the file, in lines.
    lines.segment_no as segment_no,   -- Number of the segment in the line.
    case when furniture.is_known then outlet end as source_id,   -- The outlet among whose articles it was counted, in sources; null where nothing names the outlet.
    case when not furniture.is_known then outlet end as layout,   -- The look of the page by which it was counted instead: folder, rule of the headline and shape of the date; null where the outlet is known.

    -- text
    lines.char_start as char_start,   -- Offset of the first character in the file's text, from 0.
    lines.char_end as char_end,   -- Offset behind the last character.
    line_key as line_key,   -- The line as it was compared: folded, without marks.

    -- evidence
    furniture.place as place,   -- Where it stands, four times out of five or more: head (before the first paragraph), story or tail (after the last).
    cast(furniture.article_count as bigint) as article_count,   -- Different articles of the outlet that have it; copies and updates count as one.
    cast(furniture.outlet_article_count as bigint) as outlet_article_count,   -- All articles of the outlet.
    cast(furniture.share as double) as share   -- The first as a share of the second, 0 to 1.
from places_of_short_lines as lines
join furniture using (outlet, line_key)
where lines.role in ('body', 'unknown', 'subheading', 'caption')
order by file_id, line_no, segment_no;
