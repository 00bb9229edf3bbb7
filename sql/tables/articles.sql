-- The articles, each once, with the text that its author wrote and nothing of the page around it.
-- Grain: one row per distinct article; further copies of it stand in copies.
-- Limits: source and date are what the text reveals, with basis and score; null where it reveals nothing.
create table articles as
with

-- Only the words of the article: blank lines and furniture between them are left out. Most pages
-- tell furniture by themselves; where the outlet's other articles knew better, what is left counts.
files_with_furniture as (
    select distinct file_id
    from recurring_lines
),

bodies_without_furniture as (
    select
        file_id,
        string_agg(
            regexp_replace(text, '^[\s\x0b\x85\p{Z}]+|[\s\x0b\x85\p{Z}]+$', '', 'g'), chr(10)
            order by line_no, segment_no
        ) as body,
        sum(len(regexp_extract_all(text, '[\p{L}\p{M}\p{N}]+'))) as word_count
    from lines
    semi join files_with_furniture using (file_id)
    where lines.role in ('body', 'subheading')
    group by file_id
),

publisher_of_each_file as (
    select file_id, source_id, basis
    from ledger.source_mentions
    where relation = 'publisher'
    qualify row_number() over (
        partition by file_id
        order by score desc, char_start nulls last, source_id nulls last, basis, surface
    ) = 1
),

copies_of_each_article as (
    select article_id, count(*) as copy_count
    from files
    where status = 'copy'
    group by article_id
)

select
    -- ids
    files.article_id as article_id,   -- The first 16 digits of the file_id of its original.
    files.file_id as file_id,   -- The original: of all copies the earliest published, then the longest, then the smallest id.
    publisher.source_id as source_id,   -- Publisher, in sources; null where the text does not reveal one that is listed.
    publisher.basis as source_basis,   -- How the publisher is known: source_line, site_prefix, folder and so on; set without a source_id for a name that is not listed.
    cast(null as varchar) as story_id,   -- The event that it covers, in stories; null in this version, which finds none.

    -- text
    facts.headline as headline,   -- Headline as it stands in the text; null where the file has none.
    facts.summary as summary,   -- Standfirst between headline and body; null where there is none.
    case when furniture.file_id is null then facts.body else shorter.body end as body,   -- Its body and subheading lines, trimmed, one to a line; null where there are none.
    facts.language as language,   -- Language of the text, as an ISO 639-1 code.
    cast(case when furniture.file_id is null then facts.word_count else shorter.word_count end as bigint) as word_count,   -- Words of the body: runs of letters, marks and digits; null without a body.
    coalesce(copies.copy_count, 0) as copy_count,   -- Further copies of it that landed.

    -- evidence
    facts.headline_start as headline_char_start,   -- Offset of the headline in the file's text.
    facts.headline_end as headline_char_end,   -- Offset behind the headline.
    facts.summary_start as summary_char_start,   -- Offset of the summary in the file's text.
    facts.summary_end as summary_char_end,   -- Offset behind the summary.
    facts.published_start as published_char_start,   -- Offset of the words that tell the publication date; null where the evidence lies outside the text.
    facts.published_end as published_char_end,   -- Offset behind them.

    -- what the text tells otherwise than the record or page that it came in; what they state goes first
    facts.conflict_source_id as conflict_source_id,   -- Publisher that the text tells; null where nothing contradicts, as for the next two.
    facts.conflict_published_on as conflict_published_on,   -- Day of publication that the text tells, if it is more than a day off.
    facts.conflict_title as conflict_title,   -- Title of the record or page, where the headline in the text is another one.

    -- times
    facts.published_on as published_on,   -- Day of publication; the first day of the month or year where the precision is no finer.
    facts.published_at as published_at,   -- Moment of publication, the outlet's wall clock unless published_is_utc; null without a clock time.
    facts.published_is_utc as published_is_utc,   -- Whether published_at is known to be UTC.
    facts.published_precision as published_precision,   -- How exact it is: minute, day, month or year; null without a date.
    facts.published_basis as published_basis,   -- How it is known: dateline, record_field and so on; caption_weekday is the day that the story names, counted from the picture's date.
    facts.published_score as published_score,   -- How sure it is, 0 to 1; null without a date.

    -- lineage
    files.first_seen_at as first_seen_at,   -- When the original was first seen in the landing folder, UTC.
    facts.run_id as run_id   -- The run that read the facts from the text.
from files
join ledger.facts as facts using (file_id)
left join files_with_furniture as furniture using (file_id)
left join bodies_without_furniture as shorter using (file_id)
left join publisher_of_each_file as publisher using (file_id)
left join copies_of_each_article as copies on copies.article_id = files.article_id
where files.status = 'article'
order by published_on nulls last, article_id;
