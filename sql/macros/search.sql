-- Articles that hold all words asked for, in whatever form they are written, the best first.
-- Grain: one row per article; from search('سوريا "مجلس الأمن" OR واشنطن -داعش') limit 20.
-- Limits: "…" is a phrase, - excludes, OR joins its neighbours; only as many articles as snippets says, 20 unless told, show a piece of one line.
create macro search(query, snippets := 20) as table
    with

    pieces_of_the_query as (
        select
            unnest(pieces) as piece,
            unnest(range(len(pieces))) as piece_no
        from (
            select regexp_extract_all(
                translate(coalesce(query, ''), '«»“”„‟', '""""""'),
                '-?"[^"]*"?|\||[^\s"|]+'
            ) as pieces
        )
    ),

    -- Made once: a filter on the words would fold the query a second time.
    clauses as materialized (
        select
            piece_no,
            ar_words(piece) as words,
            starts_with(piece, '-') as is_excluded,
            piece in ('OR', '|') as is_or,
            coalesce(lag(piece in ('OR', '|')) over (order by piece_no), false) as follows_or
        from pieces_of_the_query
    ),

    -- What OR joins is one group; an article must answer every group.
    clauses_in_groups as (
        select
            piece_no,
            words,
            is_excluded,
            count(*) filter (not follows_or or is_excluded) over (order by piece_no) as group_no
        from clauses
        where not is_or and len(words) > 0
    ),

    words_asked_for as (
        select
            piece_no,
            len(words) as length,
            unnest(words) as word,
            unnest(range(len(words))) as word_no
        from clauses_in_groups
    ),

    forms as (
        select word, unnest(ar_forms(word)) as form, unnest(range(6)) as form_no
        from (select distinct word from words_asked_for)
    ),

    candidates as (
        select word, form as stem, 2 * form_no as candidate_no
        from forms
        union all
        select word, ar_light(form), 2 * form_no + 1
        from forms
    ),

    terms_asked_for as (
        select
            candidates.word,
            coalesce(
                arg_min(known_stems.term, candidate_no),
                arg_max(candidates.stem, candidate_no)
            ) as term
        from candidates
        left join known_stems using (stem)
        group by candidates.word
    ),

    -- A phrase stands where its words follow each other.
    words_found as (
        select
            asked.piece_no,
            asked.length,
            unnest(search_terms.places) - asked.word_no as place
        from words_asked_for as asked
        join terms_asked_for using (word)
        join search_terms using (term)
    ),

    phrases_found as (
        select piece_no, place
        from words_found
        where length = 1
        union all
        select piece_no, place
        from words_found
        where length > 1
        group by piece_no, place
        having count(*) = any_value(length)
    ),

    -- Joined by blocks of places: an inequality alone would compare each place with each article.
    articles_by_block as (
        select *, unnest(range(first_place // 512, (end_place - 1) // 512 + 1)) as block
        from search_articles
    ),

    phrases_in_articles as (
        select found.piece_no, found.place, articles.*
        from phrases_found as found
        join articles_by_block as articles
            on articles.block = found.place // 512
            and articles.first_place <= found.place
            and articles.end_place > found.place
    ),

    -- A place in the headline counts threefold.
    clauses_in_articles as (
        select
            piece_no,
            article_id,
            word_count,
            count(*) + 2 * count(*) filter (
                place between headline_place and headline_end_place - 1
            ) as frequency,
            count(*) over (partition by piece_no) as article_count
        from phrases_in_articles
        group by piece_no, article_id, word_count
    ),

    all_articles as (
        select count(*) as article_count, avg(word_count) as mean_word_count
        from search_articles
    ),

    -- Okapi BM25 with k1 = 1.2 and b = 0.75.
    articles_found as (
        select
            found.article_id,
            sum(
                ln(1 + (every.article_count - found.article_count + 0.5) / (found.article_count + 0.5))
                * found.frequency * 2.2
                / (found.frequency + 1.2 * (0.25 + 0.75 * found.word_count / every.mean_word_count))
            ) as score
        from clauses_in_articles as found
        join clauses_in_groups as clauses using (piece_no)
        cross join all_articles as every
        group by found.article_id
        having bool_and(not clauses.is_excluded)
            and count(distinct clauses.group_no)
                = (select count(distinct group_no) from clauses_in_groups where not is_excluded)
    ),

    ranked_articles as (
        select
            articles.article_id,
            articles.headline,
            articles.published_on,
            articles.source_id,
            found.score,
            row_number() over (
                order by found.score desc, articles.published_on desc nulls last, articles.article_id
            ) as rank
        from articles_found as found
        join articles using (article_id)
    ),

    -- The line of each article that answers most of the query. By row: only its text is unpacked.
    lines_with_hits as (
        select
            lines.rowid as row_no,
            lines.article_id,
            lines.role = 'headline' as is_headline,
            count(distinct found.piece_no) as piece_count,
            min(found.place - lines.first_place) as word_no
        from phrases_in_articles as found
        join ranked_articles as ranked
            on ranked.article_id = found.article_id
            and ranked.rank <= snippets
        join lines
            on lines.article_id = found.article_id
            and lines.first_place <= found.place
            and lines.first_place + lines.word_count > found.place
        group by lines.rowid, lines.article_id, lines.role
    ),

    lines_to_show as (
        select
            article_id,
            arg_min(row_no, {'few': -piece_count, 'is_headline': is_headline, 'row_no': row_no}) as row_no,
            arg_min(word_no, {'few': -piece_count, 'is_headline': is_headline, 'row_no': row_no}) as word_no
        from lines_with_hits
        group by article_id
    ),

    -- Words as they are written, with marks and tatweel, each behind what parts it from the last.
    words_of_lines as (
        select
            shown.article_id,
            shown.word_no,
            lines.char_start as line_start,
            lines.text,
            regexp_extract_all(
                lines.text,
                '(?s:.*?)(?:(?:[^\P{L}\x{640}]|[\p{Nl}\p{No}])(?:[\p{L}\p{M}\p{Nl}\p{No}]|'
                || '[\x{ad}\x{61c}\x{feff}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2069}])*'
                || '|\p{Nd}+)'
            ) as words
        from lines_to_show as shown
        join lines on lines.rowid = shown.row_no
    ),

    -- Eight words before the first hit and twenty from it on; more before it where the line ends.
    words_to_show as (
        select
            *,
            greatest(least(word_no - 8, len(words) - 28), 0) as first_word_no,
            length(array_to_string(words[:first_word_no], '')) as left_out,
            array_to_string(words[first_word_no + 1:first_word_no + 28], '') as words_shown,
            regexp_replace(words_shown, '^[\s\p{Z}]+', '') as trimmed,
            -- What clings to the last word, such as a full stop.
            regexp_extract(substr(text, left_out + length(words_shown) + 1), '^[^\s\p{Z}]*') as rest
        from words_of_lines
    ),

    snippets_of_articles as (
        select
            article_id,
            trimmed || rest as snippet,
            line_start + left_out + length(words_shown) - length(trimmed) as char_start,
            line_start + left_out + length(words_shown) + length(rest) as char_end
        from words_to_show
    )

    select
        ranked.article_id,
        ranked.headline,
        ranked.published_on,
        ranked.source_id,
        ranked.score,
        shown.snippet,
        shown.char_start,
        shown.char_end
    from ranked_articles as ranked
    left join snippets_of_articles as shown using (article_id)
    order by ranked.rank;
