-- Everything that is known of one article, with the words that it was read from.
-- Grain: one row per fact, in the order of the text; from article_evidence('e60878d5b6bc8288').
-- Limits: facts that rest on something outside the text, such as a folder's name, have no offsets.
create macro article_evidence(of_article) as table
    with

    the_article as (
        select * from articles where article_id = of_article
    ),

    facts as (
        select
            'headline' as fact, headline as surface, null as meaning, null as basis,
            null as score, headline_char_start as char_start, headline_char_end as char_end
        from the_article
        where headline is not null
        union all
        select 'summary', summary, null, null, null, summary_char_start, summary_char_end
        from the_article
        where summary is not null
        union all
        select
            'published',
            substr(
                lines.text,
                the_article.published_char_start - lines.char_start + 1,
                the_article.published_char_end - the_article.published_char_start
            ),
            concat(the_article.published_on, ' (', the_article.published_precision, ')'),
            the_article.published_basis, the_article.published_score,
            the_article.published_char_start, the_article.published_char_end
        from the_article
        left join lines
            on lines.file_id = the_article.file_id
            and lines.char_start <= the_article.published_char_start
            and lines.char_end >= the_article.published_char_end
        where the_article.published_on is not null
        union all
        select relation, surface, source_id, basis, score, char_start, char_end
        from article_sources
        where article_id = of_article
        union all
        select
            'entity', mentions.surface, concat(mentions.entity_id, ' ', entities.name_ar),
            mentions.method, mentions.score, mentions.char_start, mentions.char_end
        from entity_mentions as mentions
        join entities using (entity_id)
        where mentions.article_id = of_article
        union all
        select 'date', surface, value, rule, score, char_start, char_end
        from date_mentions
        where article_id = of_article
        union all
        select
            'quote', surface, concat_ws(' ', speaker_entity_id, speaker_surface),
            concat_ws(' ', form, verb), score, char_start, char_end
        from quotes
        where article_id = of_article
        union all
        select 'tag', tag, null, null, null, char_start, char_end
        from article_tags
        where article_id = of_article
        union all
        select 'related', headline, null, null, null, char_start, char_end
        from related_headlines
        where article_id = of_article
    )

    select of_article as article_id, fact, surface, meaning, basis, score, char_start, char_end
    from facts
    order by char_start nulls first, char_end desc, fact, meaning;
