-- Contents that came back to a name where they had stood before.
-- Grain: one row per return; the first time of a content under a name stands in arrivals.
-- Limits: only returns after another content, not new time stamps of the same one.
create table if not exists ledger.returns (
    landing varchar not null,
    path varchar not null,
    file_id varchar not null,
    returned_at timestamptz not null,
    run_id varchar not null
);
