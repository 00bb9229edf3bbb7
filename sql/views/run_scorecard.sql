-- How well each run could read the articles of each publisher.
-- Grain: one row per run that read articles, and publisher; without source_id for unknown publishers.
-- Limits: originals only, each counted for the run that read it last; shares of few articles mean little.
create view run_scorecard as
with

lines_of_each_article as (
    select
        article_id,
        count(*) as line_count,
        count(*) filter (where role = 'unknown') as unknown_line_count
    from lines
    semi join articles using (file_id)
    where role is not null
    group by article_id
)

select
    -- ids
    articles.run_id as run_id,   -- The run, in runs.
    articles.source_id as source_id,   -- Publisher, in sources; null for unknown.

    -- counts
    count(*) as article_count,   -- Articles that it read.

    -- shares
    avg((articles.headline is not null)::integer) as headline_share,   -- Share with a headline, 0 to 1.
    avg((articles.body is not null)::integer) as body_share,   -- Share with a body.
    avg((articles.published_on is not null)::integer) as dated_share,   -- Share with a publication date of any precision.
    avg(articles.published_score) as mean_published_score,   -- How sure the dates are in the mean, 0 to 1; null where none is dated.
    sum(lines.unknown_line_count) / sum(lines.line_count) as unknown_line_share,   -- Share of the lines that no rule knows.

    -- times
    any_value(runs.started_at) as started_at   -- When the run began, UTC.
from articles
left join runs using (run_id)
left join lines_of_each_article as lines using (article_id)
group by articles.run_id, articles.source_id
order by started_at, article_count desc, articles.source_id nulls last;
