-- Headlines of other articles that a content shows as links.
-- Grain: one row per link and position.
-- Limits: where they link to is not in the text.
create table if not exists ledger.related_headlines (
    file_id varchar not null,
    position integer not null,
    headline varchar not null,
    char_start bigint not null,
    char_end bigint not null,
    run_id varchar not null
);
