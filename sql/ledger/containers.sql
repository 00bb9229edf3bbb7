-- Files that hold records, and the last time each was read to its end.
-- Grain: one row per landing folder and path; read again when size, time stamp or rules change.
-- Limits: the container's own bytes are not kept, those of its records are.
create table if not exists ledger.containers (
    landing varchar not null,
    path varchar not null,
    byte_count bigint not null,
    modified_ns bigint not null,
    rules_key varchar not null,
    reading_id varchar not null,
    record_count bigint not null,
    refused_count bigint not null,
    read_at timestamptz not null,
    run_id varchar not null
);
