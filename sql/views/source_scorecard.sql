-- How well the articles of each publisher could be read.
-- Grain: one row per publisher, and one without source_id for articles of unknown publisher.
-- Limits: shares of few articles mean little; see article_count.
create view source_scorecard as
with

lines_of_each_article as (
    select
        articles.article_id,
        sum(lines.char_end - lines.char_start) as char_count,
        sum(lines.char_end - lines.char_start)
            filter (where lines.role not in ('headline', 'summary', 'body', 'subheading'))
            as removed_char_count,
        count(*) as line_count,
        count(*) filter (where lines.role = 'unknown') as unknown_line_count
    from lines
    join articles using (file_id)
    where lines.role is not null
    group by articles.article_id
),

mentions_of_each_article as (
    select article_id, count(*) as mention_count
    from entity_mentions
    group by article_id
)

select
    -- ids
    articles.source_id as source_id,   -- Publisher, in sources; null for unknown.
    any_value(sources.name_ar) as name_ar,   -- Its name in Arabic.

    -- counts
    count(*) as article_count,   -- Articles that it published.
    sum(articles.copy_count)::bigint as copy_count,   -- Further copies of them, by whomever.
    median(articles.word_count) as median_word_count,   -- Words of the article in the middle.
    avg(coalesce(mentions.mention_count, 0)) as mentions_per_article,   -- Entity mentions in an article.

    -- shares
    avg((articles.headline is not null)::integer) as headline_share,   -- Share with a headline, 0 to 1.
    avg((articles.body is not null)::integer) as body_share,   -- Share with a body.
    avg((articles.published_precision in ('minute', 'day'))::integer) as day_share,   -- Share of the dated articles whose date is a day or finer; null where none is dated.
    avg((articles.published_on is not null)::integer) as dated_share,   -- Share with a publication date of any precision.
    coalesce(sum(lines.removed_char_count), 0) / sum(lines.char_count) as removed_share,   -- Share of the characters that are not headline, summary or body.
    sum(lines.unknown_line_count) / sum(lines.line_count) as unknown_line_share   -- Share of the lines that no rule knows.
from articles
left join sources using (source_id)
left join lines_of_each_article as lines using (article_id)
left join mentions_of_each_article as mentions using (article_id)
group by articles.source_id
order by article_count desc, articles.source_id nulls last;
