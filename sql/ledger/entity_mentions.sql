-- Named mentions of a content.
-- Grain: one row per mention; entity_id is null for a name that the knowledge base does not know.
-- Limits: unknown names get their ids in sql/tables, where all articles are known.
create table if not exists ledger.entity_mentions (
    file_id varchar not null,
    line_no integer not null,
    char_start bigint not null,
    char_end bigint not null,
    surface varchar not null,
    role varchar not null,
    name_key varchar not null,
    name_sound varchar not null,
    kind varchar not null,
    entity_id varchar,
    method varchar not null,
    score double not null,
    run_id varchar not null
);
