-- Records of containers (JSON, tables, archives): where each stood, and what it said beside its text.
-- Grain: one row per landing folder, address and content; "" where the record said nothing.
-- Limits: reading_id is the last reading of the container that met this content at this address.
create table if not exists ledger.records (
    landing varchar not null,
    path varchar not null,
    file_id varchar not null,
    container varchar not null,
    record_key varchar,
    title varchar not null,
    url varchar not null,
    published varchar not null,
    source varchar not null,
    author varchar not null,
    reading_id varchar not null,
    run_id varchar not null
);
