-- What articles say of one day: every temporal expression whose meaning covers it, nearest first.
-- Grain: one row per expression; from day_mentions(date '2015-10-07').
-- Limits: a month covers its days too, span_days tells how wide it is; open intervals are left out.
create macro day_mentions(on_day) as table
    select
        mentions.begin_on,
        mentions.end_on,
        mentions.end_on - mentions.begin_on + 1 as span_days,
        mentions.surface,
        mentions.value,
        mentions.score,
        articles.article_id,
        articles.published_on,
        articles.source_id,
        articles.headline,
        lines.text as line,
        mentions.char_start,
        mentions.char_end
    from date_mentions as mentions
    join articles using (article_id)
    join lines
        on lines.file_id = articles.file_id
        and lines.line_no = mentions.line_no
        and lines.char_start <= mentions.char_start
        and lines.char_end >= mentions.char_end
    where mentions.begin_on <= on_day and mentions.end_on >= on_day
    order by span_days, articles.published_on nulls last, articles.article_id, mentions.char_start;
