-- Runs of words that more bodies share than are compared with each other on their account.
-- Grain: one row per run of words that more than 16 bodies keep in their sketches.
-- Limits: follows from sketches; kept so that new bodies look only at their own runs.
create table if not exists ledger.crowded_shingles (
    shingle ubigint not null,
    last_open_key ubigint not null,
    parser_version varchar not null
);
