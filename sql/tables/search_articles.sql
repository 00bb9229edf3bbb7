-- Where the words of each article stand in the index that search uses.
-- Grain: one row per article that has words.
-- Limits: places count through all articles of this file; they change when articles are added.
create table search_articles as
select
    article_id as article_id,   -- The article.
    min(first_place) as first_place,   -- Number of its first word, as in search_terms.
    max(first_place + word_count) as end_place,   -- Number behind its last word.
    min(first_place) filter (where role = 'headline') as headline_place,   -- Number of the first word of its headline; null without one.
    max(first_place + word_count) filter (where role = 'headline') as headline_end_place,   -- Number behind the last word of its headline.
    cast(sum(word_count) as bigint) as word_count   -- Words of headline, summary, body, subheadings and captions.
from lines
where first_place is not null
group by article_id
order by first_place;
