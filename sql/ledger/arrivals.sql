-- Which content stood under which name of the landing folder, and when it was seen there.
-- Grain: one row per landing folder, path and content; is_current marks what stands there now.
-- Limits: a path outside UTF-8 is written with backslash escapes; a removed file stays current.
create table if not exists ledger.arrivals (
    landing varchar not null,
    path varchar not null,
    file_id varchar not null,
    byte_count bigint not null,
    modified_ns bigint not null,
    is_current boolean not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    run_id varchar not null
);
