-- Where articles name persons, organisations, places and other named things.
-- Grain: one row per mention; counts therefore count articles, not their copies.
-- Limits: names only, no pronouns, titles or nationality adjectives; score says how sure the finder is.
create table entity_mentions as
with recursive

-- Unlisted names whose consonants agree: كوناشنكوف, كوناشينكوف. Consonants that many names share
-- tell nothing, so such names stay apart.
names_that_may_be_one as (
    select
        kind,
        name_key,
        name_sound,
        regexp_replace(name_sound, '[awy]', '', 'g') as consonants
    from ledger.entity_mentions
    where entity_id is null
    group by kind, name_key, name_sound
    qualify count(*) over (partition by kind, consonants) between 2 and 30
),

-- They are one name if what parts them is a vowel or two that one of them does not write.
pairs_of_names as (
    select one.kind, one.name_key, other.name_key as other_key
    from names_that_may_be_one as one
    join names_that_may_be_one as other using (kind, consonants)
    where one.name_key <> other.name_key
        and length(consonants) >= 4
        and least(length(one.name_sound), length(other.name_sound)) >= 6
        and abs(length(one.name_sound) - length(other.name_sound))
            <= least(length(one.name_sound), length(other.name_sound)) // 6
        and levenshtein(one.name_sound, other.name_sound)
            = abs(length(one.name_sound) - length(other.name_sound))
),

-- What is one with one of them is one with all of them.
spellings_of_one_name as (
    select kind, name_key, other_key from pairs_of_names
    union
    select known.kind, known.name_key, pairs.other_key
    from spellings_of_one_name as known
    join pairs_of_names as pairs
        on pairs.kind = known.kind and pairs.name_key = known.other_key
),

first_spelling as (
    select kind, name_key, least(name_key, min(other_key)) as first_key
    from spellings_of_one_name
    group by kind, name_key
),

mentions_with_an_id as (
    select
        mentions.*,
        coalesce(
            mentions.entity_id,
            concat(
                'x-',
                lower(mentions.kind),
                '-',
                left(md5(coalesce(first_spelling.first_key, mentions.name_key)), 12)
            )
        ) as known_or_made_id
    from ledger.entity_mentions as mentions
    left join first_spelling using (kind, name_key)
)

select
    -- ids
    files.article_id as article_id,   -- The article.
    mentions.known_or_made_id as entity_id,   -- The entity, in entities; an unlisted name has an id made of its kind and its first spelling, which begins with x-.

    -- text
    mentions.line_no as line_no,   -- Line of the file, in lines.
    mentions.char_start as char_start,   -- Offset in the file's text.
    mentions.char_end as char_end,   -- Offset behind it.
    mentions.surface as surface,   -- The name as it is written, without attached particles.
    mentions.kind as kind,   -- What it is here: PER, ORG, LOC or MISC.
    mentions.role as role,   -- Role of the line that names it, such as headline, body or caption.

    -- certainty
    mentions.method as method,   -- How it was found.
    mentions.score as score   -- How sure the finder is, 0 to 1.
from mentions_with_an_id as mentions
join files on files.file_id = mentions.file_id and files.status = 'article'
anti join recurring_lines as furniture
    on furniture.file_id = mentions.file_id
    and furniture.char_start <= mentions.char_start
    and furniture.char_end >= mentions.char_end
order by article_id, char_start;
