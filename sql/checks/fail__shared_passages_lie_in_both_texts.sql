-- Every shared passage lies within the texts of both files, and both are named in copies or reuse.
select passages.*
from shared_passages as passages
left join files as one on one.file_id = passages.file_id
left join files as other on other.file_id = passages.other_file_id
where (
    passages.char_start >= 0
    and passages.char_start < passages.char_end
    and passages.char_end <= one.char_count
    and passages.other_char_start >= 0
    and passages.other_char_start < passages.other_char_end
    and passages.other_char_end <= other.char_count
    and case passages.relation
        when 'copy' then one.status = 'copy' and other.article_id = one.article_id
        when 'reuse' then one.status = 'article' and other.status = 'article'
    end
) is not true
order by passages.file_id, passages.char_start;
