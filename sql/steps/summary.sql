-- The counts that a run tells at its end.
select
    count(*) filter (where status = 'article') as article_count,
    count(*) filter (where status = 'copy') as copy_count,
    count(*) filter (where status = 'superseded') as superseded_count,
    (select count(*) from news.rejects) as reject_count
from news.files;
