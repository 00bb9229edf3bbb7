-- The term by which a word is searched: folded, without particles, article and endings.
-- Grain: one word in, one term out; ar_stem('والسوريين') = ar_stem('سورية') = ar_stem('سوريا').
-- Limits: broken plurals stay apart (وزير, وزراء); of several words it takes the first.
create macro ar_stem(x) as (
    with

    forms as (
        select
            unnest(ar_forms(ar_words(x)[1])) as form,
            unnest(range(6)) as form_no
    ),

    candidates as (
        select form as stem, 2 * form_no as candidate_no
        from forms
        union all
        select ar_light(form), 2 * form_no + 1
        from forms
    )

    select coalesce(
        arg_min(known_stems.term, candidate_no),
        arg_max(candidates.stem, candidate_no)
    )
    from candidates
    left join known_stems using (stem)
);
