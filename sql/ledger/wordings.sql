-- The words of each body as numbers, with their places in the text and a sketch of them.
-- Grain: one row per readable content; bodies of equal words share a body_key.
-- Limits: words are 32-bit hashes of the folded words; sketch keeps the hashes of some runs of four.
create table if not exists ledger.wordings (
    file_id varchar not null,
    body_key ubigint not null,
    headline_key ubigint,
    words uinteger[] not null,
    fillings uinteger[] not null,
    char_starts uinteger[] not null,
    char_ends uinteger[] not null,
    sketch ubigint[] not null,
    run_id varchar not null
);
