-- Who reprints whom, and how fast: copies and reuse between publishers.
-- Grain: one row per earlier publisher, later publisher and relation.
-- Limits: the earlier of two texts need not be where the later one got it from; both may have it from an agency. Reuse of the same or an unknown day has no direction and is left out.
create view reprint_graph as
with

reprints as (
    select
        articles.source_id as from_source_id,
        copies.source_id as to_source_id,
        'copy' as relation,
        case
            when articles.published_precision in ('minute', 'day')
                and copies.published_precision in ('minute', 'day')
            then copies.published_on - articles.published_on
        end as lag_days,
        copies.original_shared_share as kept_share
    from copies
    join articles using (article_id)
    union all
    select
        earlier.source_id,
        later.source_id,
        'reuse',
        later.published_on - earlier.published_on,
        case
            when earlier.article_id = reuse.article_id then reuse.shared_share
            else reuse.other_shared_share
        end
    from reuse
    join articles as earlier on earlier.article_id in (reuse.article_id, reuse.other_article_id)
    join articles as later
        on later.article_id in (reuse.article_id, reuse.other_article_id)
        and later.published_on > earlier.published_on
    where earlier.published_precision in ('minute', 'day')
        and later.published_precision in ('minute', 'day')
)

select
    reprints.from_source_id as from_source_id,   -- Publisher of the earlier text, in sources.
    reprints.to_source_id as to_source_id,   -- Publisher of the later one; the same where an outlet repeats itself.
    reprints.relation as relation,   -- copy (the same article again) or reuse (passages of it).
    any_value(earlier.name_ar) as from_name_ar,   -- Name of the earlier publisher in Arabic.
    any_value(later.name_ar) as to_name_ar,   -- Name of the later one.
    any_value(earlier.kind) as from_kind,   -- What the earlier publisher is: agency, newspaper and so on.
    count(*) as text_count,   -- Texts of the later publisher that repeat or reuse one of the earlier.
    count(lag_days) as dated_count,   -- Of them, those where both days are known.
    median(lag_days) as median_lag_days,   -- Days between the two, in the middle; null where none is dated.
    avg(kept_share) as mean_kept_share   -- Share of the earlier text's words that the later one keeps, on average.
from reprints
join sources as earlier on earlier.source_id = reprints.from_source_id
join sources as later on later.source_id = reprints.to_source_id
group by reprints.from_source_id, reprints.to_source_id, reprints.relation
order by text_count desc, from_source_id, to_source_id, relation;
