-- Temporal expressions of a content, resolved against its own publication date.
-- Grain: one row per expression.
-- Limits: found in every line that is text of the article; furniture is not read.
create table if not exists ledger.date_mentions (
    file_id varchar not null,
    line_no integer not null,
    char_start bigint not null,
    char_end bigint not null,
    surface varchar not null,
    role varchar not null,
    type varchar not null,
    value varchar not null,
    begin_on date,
    end_on date,
    begin_at timestamp,
    begin_is_utc boolean,
    granularity varchar not null,
    calendar varchar not null,
    calendar_value varchar,
    modifier varchar,
    anchor_on date,
    rule varchar not null,
    has_conflict boolean not null,
    score double not null,
    run_id varchar not null
);
