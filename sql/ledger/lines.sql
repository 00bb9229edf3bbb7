-- The text of every readable content, line by line, with the role of each line.
-- Grain: one row per line, or per segment of a line that mixes roles; blank lines have no role.
-- Limits: texts and endings in order are the text of the file, nothing is left out; line_key and
-- line_end, of short lines only, are what is compared with other pages of the outlet.
create table if not exists ledger.lines (
    file_id varchar not null,
    line_no integer not null,
    segment_no integer not null,
    char_start bigint not null,
    char_end bigint not null,
    text varchar not null,
    ending varchar not null,
    role varchar,
    rule varchar,
    score double,
    line_key varchar,
    line_end varchar,
    word_count integer,
    first_word integer,
    stems varchar[],
    run_id varchar not null
);
