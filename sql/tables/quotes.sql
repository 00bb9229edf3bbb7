-- Who said what: quotations in articles.
-- Grain: one row per quotation.
-- Limits: empty in this version; the columns are a promise.
create table quotes as
select
    -- ids
    cast(null as varchar) as article_id,   -- The article.
    cast(null as varchar) as speaker_entity_id,   -- Who speaks, in entities; null for a speaker without a name.
    cast(null as varchar) as channel_source_id,   -- The outlet to which it was said, in sources.

    -- text
    cast(null as bigint) as char_start,   -- Offset of the words said in the file's text.
    cast(null as bigint) as char_end,   -- Offset behind them.
    cast(null as varchar) as surface,   -- The words said, as they are written.
    cast(null as varchar) as speaker_surface,   -- The speaker as the article names him or her.
    cast(null as varchar) as verb,   -- The verb of saying.

    -- certainty
    cast(null as double) as score   -- How sure the attribution is, 0 to 1.
from range(0);
