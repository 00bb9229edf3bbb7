-- Quotations of a content.
-- Grain: one row per quotation; a reported sentence may hold marked words that are a row too.
-- Limits: whom the speaker means stands with the entity mention at mention_char_start, if there is one.
create table if not exists ledger.quotes (
    file_id varchar not null,
    line_no integer not null,
    char_start bigint not null,
    char_end bigint not null,
    surface varchar not null,
    role varchar not null,
    form varchar not null,
    speaker_surface varchar,
    speaker_char_start bigint,
    speaker_char_end bigint,
    mention_char_start bigint,
    mention_char_end bigint,
    verb varchar,
    verb_class varchar,
    stance varchar,
    channel_source_id varchar,
    rule varchar not null,
    score double not null,
    run_id varchar not null
);
