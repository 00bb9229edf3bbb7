-- Articles that mention an entity under any of its names, those that are most about it first.
-- Grain: one row per article and entity; search_entity('أميركا') finds الولايات المتحدة too.
-- Limits: of listed entities, by a whole name or an entity_id; a name of several entities finds them all; search finds other words.
create macro search_entity(asked, snippets := 20) as table
    with

    -- Most names need not be folded to see that they are others: by first letter and length.
    listed_names as (
        select entity_id, name
        from entity_names
        where source <> 'text'
            and lower(translate(left(name, 1), 'آأإٱىئیېؤةہک', 'ااااييييوههك'))
                = left(lower(ar_fold(trim(asked))), 1)
            and length(name) >= length(ar_fold(trim(asked)))
    ),

    entities_asked_for as (
        select entity_id
        from entities
        where entity_id = asked
        union
        select entity_id
        from listed_names
        where lower(ar_fold(name)) = lower(ar_fold(trim(asked)))
    ),

    mentions_of_each_article as (
        select
            mentions.article_id,
            mentions.entity_id,
            count(*) as mention_count,
            count(*) filter (mentions.role = 'headline') as headline_count,
            arg_min(
                {'char_start': mentions.char_start, 'char_end': mentions.char_end},
                if(mentions.role = 'headline', 1000000000, 0) + mentions.char_start
            ) as shown
        from entity_mentions as mentions
        semi join entities_asked_for using (entity_id)
        group by mentions.article_id, mentions.entity_id
    ),

    mean_length as (
        select avg(word_count) as mean_word_count
        from search_articles
    ),

    -- As in search: a mention in the headline counts threefold, long articles less.
    ranked_articles as (
        select
            found.*,
            articles.file_id,
            articles.headline,
            articles.published_on,
            articles.source_id,
            found.mention_count + 2 * found.headline_count as frequency,
            frequency * 2.2 / (
                frequency + 1.2 * (0.25 + 0.75 * places.word_count / mean_length.mean_word_count)
            ) as score,
            row_number() over (
                order by score desc, articles.published_on desc nulls last, found.article_id,
                    found.entity_id
            ) as rank
        from mentions_of_each_article as found
        join articles using (article_id)
        join search_articles as places using (article_id)
        cross join mean_length
    ),

    -- By row, and with a limit that the optimizer sees: only the text of these lines is unpacked.
    lines_to_show as (
        select
            ranked.article_id,
            ranked.entity_id,
            ranked.shown.char_start - lines.char_start as hit_start,
            lines.char_start as line_start,
            lines.rowid as row_no
        from ranked_articles as ranked
        join lines
            on lines.file_id = ranked.file_id
            and lines.char_start <= ranked.shown.char_start
            and lines.char_end >= ranked.shown.char_end
        order by ranked.rank
        limit snippets
    ),

    -- The mention with up to eight words before it and sixteen behind.
    snippets_of_articles as (
        select
            shown.article_id,
            shown.entity_id,
            shown.line_start + shown.hit_start as hit_start,
            regexp_extract(
                substr(lines.text, 1, shown.hit_start), '(?:\S+\s+){0,8}\S*$'
            ) as before,
            regexp_extract(
                substr(lines.text, shown.hit_start + 1), '^\S*(?:\s+\S+){0,16}'
            ) as behind
        from lines_to_show as shown
        join lines on lines.rowid = shown.row_no
    )

    select
        ranked.article_id,
        ranked.headline,
        ranked.published_on,
        ranked.source_id,
        entities.entity_id,
        entities.name_ar,
        ranked.mention_count,
        ranked.score,
        shown.before || shown.behind as snippet,
        shown.hit_start - length(shown.before) as char_start,
        shown.hit_start + length(shown.behind) as char_end
    from ranked_articles as ranked
    join entities using (entity_id)
    left join snippets_of_articles as shown using (article_id, entity_id)
    order by ranked.rank;
