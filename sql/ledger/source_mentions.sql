-- Outlets and agencies that a content names, with the part that each plays.
-- Grain: one row per mention; source_id is null for a name that the lexicon does not know.
-- Limits: offsets are null where the evidence lies outside the text, such as a folder's name.
create table if not exists ledger.source_mentions (
    file_id varchar not null,
    source_id varchar,
    relation varchar not null,
    surface varchar not null,
    char_start bigint,
    char_end bigint,
    basis varchar not null,
    score double not null,
    run_id varchar not null
);
