-- Names of the landing folder that gave no content: unreadable, too large, outside, unsupported.
-- Grain: one row per landing folder and path; the row goes when the file can be read.
-- Limits: holds no bytes, because there were none to keep.
create table if not exists ledger.refusals (
    landing varchar not null,
    path varchar not null,
    byte_count bigint not null,
    modified_ns bigint not null,
    reason varchar not null,
    detail varchar not null,
    remedy varchar not null,
    first_seen_at timestamptz not null,
    run_id varchar not null
);
