-- Runs of the pipeline.
-- Grain: one row per run.
-- Limits: finished_at is null for a run that was killed.
create table if not exists ledger.runs (
    run_id varchar not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    akhbar_version varchar not null,
    parser_version varchar not null,
    kept_count bigint,
    parsed_count bigint,
    refused_count bigint
);
