-- What records and pages state of their articles is what the texts themselves tell.
select article_id, conflict_title, conflict_source_id, conflict_published_on
from articles
where conflict_title is not null
    or conflict_source_id is not null
    or conflict_published_on is not null
order by article_id;
