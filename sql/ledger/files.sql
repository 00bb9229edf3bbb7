-- Every distinct content that ever landed, byte for byte.
-- Grain: one row per content; file_id is the SHA-256 of the bytes.
-- Limits: kept for good, also when the file leaves the landing folder.
create table if not exists ledger.files (
    file_id varchar not null,
    raw blob not null,
    byte_count bigint not null,
    run_id varchar not null,
    kept_at timestamptz not null
);
