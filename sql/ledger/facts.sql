-- What one parser version says of one content: decoding, headline, publication date, or a reject.
-- Grain: one row per content; stale when parser_version or a hint is no longer the current one.
-- Limits: corpus facts (copies, furniture, body) are not here; they are made in sql/tables.
create table if not exists ledger.facts (
    file_id varchar not null,
    parser_version varchar not null,
    path_hint varchar not null,
    record_hint varchar not null,
    form varchar not null,
    reject_reason varchar,
    reject_detail varchar,
    reject_remedy varchar,
    encoding varchar,
    repair varchar,
    language varchar,
    char_count bigint,
    copy_key varchar,
    headline_start bigint,
    headline_end bigint,
    headline varchar,
    summary_start bigint,
    summary_end bigint,
    summary varchar,
    published_on date,
    published_at timestamp,
    published_is_utc boolean,
    published_precision varchar,
    published_basis varchar,
    published_score double,
    published_start bigint,
    published_end bigint,
    run_id varchar not null
);
