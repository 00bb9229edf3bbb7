-- Further copies of articles: the same text, landed again under another name or from another outlet.
-- Grain: one row per file that is a copy; its original stands in articles.
-- Limits: exact copies only, equal but for spelling variants and white space.
create table copies as
with

publisher_of_each_file as (
    select file_id, source_id
    from ledger.source_mentions
    where relation = 'publisher'
    qualify row_number() over (
        partition by file_id
        order by score desc, char_start nulls last, source_id nulls last, basis, surface
    ) = 1
)

select
    -- ids
    files.file_id as file_id,   -- The copy, in files.
    files.article_id as article_id,   -- The article that it repeats.
    publisher.source_id as source_id,   -- Publisher of the copy, in sources; null where its text does not reveal one.

    -- likeness
    'exact' as kind,   -- exact (the same words) or near.
    cast(1 as double) as score,   -- How much alike the two are, 0 to 1.

    -- times
    facts.published_on as published_on,   -- Day of publication of the copy, as far as its text tells.
    facts.published_precision as published_precision   -- How exact it is: minute, day, month or year; null without a date.
from files
join ledger.facts as facts using (file_id)
left join publisher_of_each_file as publisher using (file_id)
where files.status = 'copy'
order by article_id, file_id;
