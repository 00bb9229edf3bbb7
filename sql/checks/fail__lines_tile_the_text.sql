-- The lines of a file, put end to end with their endings, are its text: no gap, no overlap.
with

lines_with_their_neighbours as (
    select
        file_id,
        line_no,
        segment_no,
        char_start,
        char_end,
        length(text) as text_length,
        lag(char_end + length(ending), 1, 0)
            over (partition by file_id order by line_no, segment_no) as expected_start
    from lines
),

length_of_each_text as (
    select file_id, max(char_end + length(ending)) as char_count
    from lines
    group by file_id
)

select file_id, line_no, segment_no, 'gap, overlap or wrong length' as fault
from lines_with_their_neighbours
where char_start <> expected_start or char_end - char_start <> text_length
union all
select files.file_id, null, null, 'text longer or shorter than the file says'
from files
left join length_of_each_text as lengths using (file_id)
where files.status <> 'rejected' and files.char_count is distinct from coalesce(lengths.char_count, 0)
order by file_id, line_no, segment_no;
