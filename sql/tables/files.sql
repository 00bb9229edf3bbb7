-- Every distinct content that ever landed, and what became of it.
-- Grain: one row per content; articles + copies + superseded + rejected are all of them.
-- Limits: two names of the same bytes are one row; its names stand in arrivals.
create table files as
with recursive

names_of_each_content as (
    select
        file_id,
        coalesce(min(path) filter (where is_current), min(path)) as path,
        count(distinct path) as path_count,
        bool_or(is_current) as is_current,
        min(first_seen_at) as first_seen_at
    from ledger.arrivals
    group by file_id
),

-- What two files must share to be the same article: a body long enough to be compared, or else
-- headline and body together. Without either a file is only a copy of itself.
-- A month says less than a day: it counts as published by the month's end.
readable_files as (
    select
        facts.file_id,
        facts.copy_key,
        wordings.body_key,
        wordings.headline_key,
        coalesce(
            'body ' || compared.body_key, 'words ' || facts.copy_key, 'file ' || facts.file_id
        ) as content,
        case facts.published_precision
            when 'month' then last_day(facts.published_on)
            when 'year' then make_date(year(facts.published_on), 12, 31)
            else facts.published_on
        end as published_by,
        facts.published_at,
        coalesce(facts.body_char_count, 0) as body_char_count
    from ledger.facts
    join names_of_each_content using (file_id)
    left join ledger.wordings as wordings using (file_id)
    left join ledger.compared as compared using (body_key)
    where facts.reject_reason is null and names_of_each_content.is_current
),

cuts_under_one_headline as (
    select distinct pairs.body_key, pairs.other_body_key
    from standing_pairs as pairs
    join readable_files as one on one.body_key = pairs.body_key
    join readable_files as other
        on other.body_key = pairs.other_body_key
        and other.headline_key = one.headline_key
    where pairs.kind = 'cut'
),

links_between_contents as (
    select 'body ' || body_key as content, 'body ' || other_body_key as other_content
    from standing_pairs
    where kind = 'copy'
    union all
    select 'body ' || body_key, 'body ' || other_body_key
    from cuts_under_one_headline
    union all
    select first_value(content) over (partition by copy_key order by content), content
    from readable_files
    where copy_key is not null
),

links_in_both_directions as (
    select content, other_content from links_between_contents where content <> other_content
    union
    select other_content, content from links_between_contents where content <> other_content
),

-- The smallest content that can be reached by links from copy to copy; reuse does not link.
groups(content, group_key) using key (content) as (
    select distinct content, content
    from readable_files
    union
    select links.other_content, min(groups.group_key)
    from groups
    join links_in_both_directions as links on links.content = groups.content
    join recurring.groups as former on former.content = links.other_content
    where groups.group_key < former.group_key
    group by links.other_content
),

original_of_each_file as (
    select
        file_id,
        first_value(file_id) over (
            partition by group_key
            order by published_by nulls last, published_at nulls last, body_char_count desc, file_id
        ) as original_file_id
    from readable_files
    join groups using (content)
),

what_became_of_each_content as (
    select
        facts.file_id,
        original.original_file_id,
        case
            when facts.reject_reason is not null then 'rejected'
            when original.file_id is null then 'superseded'
            when original.file_id = original.original_file_id then 'article'
            else 'copy'
        end as status
    from ledger.facts as facts
    left join original_of_each_file as original using (file_id)
)

select
    -- ids
    files.file_id as file_id,   -- SHA-256 of the bytes, in hexadecimal digits.
    left(fate.original_file_id, 16) as article_id,   -- The article that it is, or is a copy of; null when superseded or rejected.

    -- what it is
    fate.status as status,   -- article, copy, superseded (no name holds this content any more) or rejected.
    names.path as path,   -- Name below the landing folder; the smallest where it has several, one that still holds it before one that did.
    names.path_count as path_count,   -- Names under which these bytes ever stood.
    files.byte_count as byte_count,   -- Size in bytes.
    facts.char_count as char_count,   -- Length of the decoded text in characters; null where it could not be decoded.
    facts.form as form,   -- text, whose lines are the file's own, or html, whose article text was taken out of the page.
    facts.encoding as encoding,   -- Character encoding that the bytes were read with.
    facts.repair as repair,   -- Mend that the decoding needed, such as UTF-8 once read as windows-1256; null for none.
    facts.language as language,   -- Language of the text, as an ISO 639-1 code.

    -- lineage
    names.first_seen_at at time zone 'UTC' as first_seen_at,   -- When the content was first seen, UTC.
    files.run_id as run_id   -- The run that took the content in.
from ledger.files as files
join ledger.facts as facts using (file_id)
join what_became_of_each_content as fate using (file_id)
left join names_of_each_content as names using (file_id)
order by path, file_id;
