-- Lines that came and went between two versions of a file or record.
-- Grain: one row per line that only one of the two versions has.
-- Limits: whole lines are compared, character by character; a line that only moved is no change.
create table version_changes as
with

pairs as (
    select distinct path, version_no, file_id, former_file_id
    from article_versions
    where former_file_id is not null
),

lines_of_versions as (
    select
        *,
        row_number() over (partition by file_id, text order by line_no) as occurrence
    from (
        select
            file_id,
            line_no,
            min(char_start) as char_start,
            max(char_end) as char_end,
            string_agg(text, '' order by segment_no) as text
        from ledger.lines
        where role is not null
            and file_id in (select unnest([file_id, former_file_id]) from pairs)
        group by file_id, line_no
    )
),

changed_lines as (
    select pairs.path, pairs.version_no, 'added' as change, present.*
    from pairs
    join lines_of_versions as present using (file_id)
    anti join lines_of_versions as former
        on former.file_id = pairs.former_file_id
        and former.text = present.text
        and former.occurrence = present.occurrence
    union all
    select pairs.path, pairs.version_no, 'removed', former.*
    from pairs
    join lines_of_versions as former on former.file_id = pairs.former_file_id
    anti join lines_of_versions as present
        on present.file_id = pairs.file_id
        and present.text = former.text
        and present.occurrence = former.occurrence
)

select
    -- ids
    path as path,   -- Name below the landing folder, as in article_versions.
    version_no as version_no,   -- The version that the change made.
    change as change,   -- added or removed.
    file_id as file_id,   -- The content that holds the line: the version's own, or of a removed line the one before.

    -- text
    line_no as line_no,   -- Number of the line in that content, from 1.
    char_start as char_start,   -- Offset of the line in that content's text.
    char_end as char_end,   -- Offset behind it, line ending left out.
    text as text   -- The line.
from changed_lines
order by path, version_no, change, line_no, file_id;
