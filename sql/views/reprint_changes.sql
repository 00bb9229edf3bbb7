-- What reprints cut from the original, and what they added to it.
-- Grain: one row per near copy and stretch of body that only one of the two has.
-- Limits: a changed word is both cut and added; words next to it belong to no shared passage if fewer than four stand between two changes.
create view reprint_changes as
with

shared_spans as (
    select
        'cut' as change, copies.file_id as copy_file_id, copies.article_id,
        passages.other_file_id as file_id,
        passages.other_char_start as char_start, passages.other_char_end as char_end
    from copies
    join shared_passages as passages using (file_id)
    where copies.kind = 'near' and passages.relation = 'copy'
    union all
    select
        'added', copies.file_id, copies.article_id, copies.file_id,
        passages.char_start, passages.char_end
    from copies
    join shared_passages as passages using (file_id)
    where copies.kind = 'near' and passages.relation = 'copy'
),

bodies as (
    select file_id, min(char_start) as body_start, max(char_end) as body_end
    from lines
    where role in ('body', 'subheading')
    group by file_id
),

spans_and_both_ends as (
    select change, copy_file_id, article_id, file_id, char_start, char_end
    from shared_spans
    union
    select shared.change, shared.copy_file_id, shared.article_id, file_id, body_start, body_start
    from shared_spans as shared
    join bodies using (file_id)
    union
    select shared.change, shared.copy_file_id, shared.article_id, file_id, body_end, body_end
    from shared_spans as shared
    join bodies using (file_id)
),

stretches as (
    select
        change,
        copy_file_id,
        article_id,
        file_id,
        max(char_end) over so_far as char_start,
        lead(char_start) over in_order as char_end
    from spans_and_both_ends
    window
        in_order as (
            partition by change, copy_file_id order by char_start, char_end
        ),
        so_far as (
            partition by change, copy_file_id order by char_start, char_end
            rows between unbounded preceding and current row
        )
),

texts as (
    select
        stretches.change,
        stretches.copy_file_id,
        stretches.article_id,
        stretches.file_id,
        stretches.char_start,
        stretches.char_end,
        string_agg(
            substring(
                lines.text,
                greatest(stretches.char_start - lines.char_start, 0) + 1,
                least(stretches.char_end, lines.char_end)
                    - greatest(stretches.char_start, lines.char_start)
            ),
            chr(10) order by lines.line_no, lines.segment_no
        ) as text
    from stretches
    join lines
        on lines.file_id = stretches.file_id
        and lines.char_start < stretches.char_end
        and lines.char_end > stretches.char_start
    where stretches.char_end > stretches.char_start and lines.role in ('body', 'subheading')
    group by all
)

select
    copy_file_id as copy_file_id,   -- The copy, in files.
    article_id as article_id,   -- The article that it repeats.
    change as change,   -- cut (only the original has it) or added (only the copy).
    file_id as file_id,   -- The file in which the stretch stands: the original for cut, the copy for added.
    char_start as char_start,   -- Where the stretch begins in that file's text.
    char_end as char_end,   -- Where it ends.
    text as text,   -- Its body text, furniture between the lines left out.
    len(regexp_extract_all(text, '[\p{L}\p{M}\p{N}]+')) as word_count   -- Its words.
from texts
where regexp_matches(text, '[\p{L}\p{N}]')
order by copy_file_id, change, char_start;
