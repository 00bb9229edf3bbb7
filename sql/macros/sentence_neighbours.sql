-- Who and what is named in one sentence with an entity, the most frequent first.
-- Grain: one row per other entity; from sentence_neighbours('syria'), which takes an entity_id of entities, no name.
-- Limits: a sentence ends with . ! ? ؟ … before a space, or with its line; an abbreviation's point ends one too.
create macro sentence_neighbours(of_entity) as table
    with

    its_mentions as (
        select article_id, line_no, char_start, char_end
        from entity_mentions
        where entity_id = of_entity
    ),

    mentions_in_its_lines as (
        select
            its.article_id,
            others.entity_id,
            others.char_start as other_char_start,
            least(its.char_end, others.char_end) as gap_start,
            greatest(its.char_start, others.char_start) as gap_end
        from its_mentions as its
        join entity_mentions as others
            on others.article_id = its.article_id
            and others.line_no = its.line_no
            and others.entity_id <> of_entity
    ),

    mentions_in_its_sentences as (
        select distinct mentions.article_id, mentions.entity_id, mentions.other_char_start
        from mentions_in_its_lines as mentions
        join articles using (article_id)
        join lines
            on lines.file_id = articles.file_id
            and lines.char_start <= mentions.gap_start
            and lines.char_end >= mentions.gap_end
        where not regexp_matches(
            substr(
                lines.text,
                mentions.gap_start - lines.char_start + 1,
                greatest(mentions.gap_end - mentions.gap_start, 0)
            ),
            '[.!?؟…][»"”)]?(?:\s|\x{a0})'
        )
    )

    select
        entities.entity_id,
        entities.name_ar,
        entities.name_en,
        entities.kind,
        count(distinct mentions.article_id) as article_count,
        count(*) as mention_count
    from mentions_in_its_sentences as mentions
    join entities using (entity_id)
    group by all
    order by article_count desc, mention_count desc, entities.entity_id;
