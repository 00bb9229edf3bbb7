-- Columns that hold one of a few words hold no other: status, role, kind, relation, type and so on.
with

vocabulary(found_in, word) as (
    select 'articles.published_precision', unnest(['minute', 'day', 'month', 'year'])
    union all
    select 'article_sources.relation', unnest(['publisher', 'credit', 'photo_credit', 'cited'])
    union all
    select 'check_results.severity', unnest(['fail', 'warn'])
    union all
    select 'copies.kind', unnest(['exact', 'near'])
    union all
    select 'date_mentions.calendar', unnest(['gregorian', 'hijri'])
    union all
    select 'date_mentions.type', unnest(['DATE', 'TIME', 'DURATION', 'SET'])
    union all
    select 'entities.kind', unnest(['PER', 'ORG', 'LOC', 'MISC'])
    union all
    select 'entity_mentions.kind', unnest(['PER', 'ORG', 'LOC', 'MISC'])
    union all
    select 'files.form', unnest(['text', 'html'])
    union all
    select 'files.status', unnest(['article', 'copy', 'superseded', 'rejected'])
    union all
    select 'lines.role', unnest([
        'headline', 'repeated_headline', 'dateline', 'byline', 'summary', 'caption', 'body',
        'subheading', 'credit', 'tags', 'related', 'boilerplate', 'unknown'
    ])
    union all
    select 'rejects.reason', unnest([
        'binary', 'corrupt', 'duplicate_member', 'empty', 'encrypted', 'invalid_record', 'markup',
        'nested_archive', 'no_body_field', 'not_arabic', 'outside_landing', 'too_dense',
        'too_large', 'too_many_members', 'undecodable', 'unreadable', 'unsupported_format'
    ])
    union all
    select 'quotes.form', unnest(['direct', 'partial', 'reported'])
    union all
    select 'quotes.stance', unnest(['neutral', 'factive', 'doubtful'])
    union all
    select 'quotes.verb_class', unnest([
        'say', 'add', 'assert', 'announce', 'report', 'explain', 'point', 'opine', 'claim', 'deny',
        'admit', 'warn', 'promise', 'ask', 'urge', 'answer', 'accuse', 'express', 'write', 'call',
        'hearsay', 'according'
    ])
    union all
    select 'version_changes.change', unnest(['added', 'removed'])
),

words_that_are_used as (
    select 'articles.published_precision' as found_in, published_precision as word, count(*) as uses
    from articles
    where published_precision is not null
    group by word
    union all
    select 'article_sources.relation', relation, count(*) from article_sources group by relation
    union all
    select 'check_results.severity', severity, count(*) from check_results group by severity
    union all
    select 'copies.kind', kind, count(*) from copies group by kind
    union all
    select 'date_mentions.calendar', calendar, count(*) from date_mentions group by calendar
    union all
    select 'date_mentions.type', type, count(*) from date_mentions group by type
    union all
    select 'entities.kind', kind, count(*) from entities group by kind
    union all
    select 'entity_mentions.kind', kind, count(*) from entity_mentions group by kind
    union all
    select 'files.form', form, count(*) from files group by form
    union all
    select 'files.status', status, count(*) from files group by status
    union all
    select 'rejects.reason', reason, count(*) from rejects group by reason
    union all
    select 'version_changes.change', change, count(*) from version_changes group by change
    union all
    select 'lines.role', role, count(*) from lines where role is not null group by role
    union all
    select 'quotes.form', form, count(*) from quotes group by form
    union all
    select 'quotes.stance', stance, count(*) from quotes where verb is not null group by stance
    union all
    select 'quotes.verb_class', verb_class, count(*)
    from quotes
    where verb is not null
    group by verb_class
)

select used.found_in, used.word, used.uses
from words_that_are_used as used
left join vocabulary using (found_in, word)
where vocabulary.word is null
order by used.found_in, used.word;
