-- Tags that a content shows.
-- Grain: one row per tag and position.
-- Limits: a run-on tag line that cannot be cut is one tag.
create table if not exists ledger.tags (
    file_id varchar not null,
    position integer not null,
    tag varchar not null,
    char_start bigint not null,
    char_end bigint not null,
    run_id varchar not null
);
