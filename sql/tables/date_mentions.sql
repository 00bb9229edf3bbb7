-- The dates, times, durations and recurring times that articles mention, resolved to the calendar.
-- Grain: one row per temporal expression in an article.
-- Limits: relative expressions count from the publication date and stay open where that is unknown.
create table date_mentions as
select
    -- ids
    files.article_id as article_id,   -- The article.

    -- text
    mentions.line_no as line_no,   -- Line of the file, in lines.
    mentions.char_start as char_start,   -- Offset in the file's text.
    mentions.char_end as char_end,   -- Offset behind it.
    mentions.surface as surface,   -- The expression as it is written.
    mentions.role as role,   -- Role of the line that holds it, such as headline, body or caption.

    -- meaning
    mentions.type as type,   -- DATE, TIME, DURATION or SET, as in TimeML.
    mentions.value as value,   -- TIMEX3 value, such as 2016-05-20, 2016-W20, PT24H or XXXX-WXX-5.
    mentions.begin_on as begin_on,   -- First day meant; null where the expression names no place in the calendar, or has no beginning.
    mentions.end_on as end_on,   -- Last day meant, included; null where there is none or the end is open.
    mentions.begin_at as begin_at,   -- Moment meant, in the wall clock of the text unless begin_is_utc; null without a clock time.
    mentions.begin_is_utc as begin_is_utc,   -- Whether begin_at is known to be UTC; null without a clock time.
    mentions.granularity as granularity,   -- Unit that the expression speaks in, such as day, month or year.
    mentions.calendar as calendar,   -- gregorian or hijri; Hijri dates are right to about one day.
    mentions.calendar_value as calendar_value,   -- What a Hijri date says in its own calendar, such as 1436-09-05; null for others.
    mentions.modifier as modifier,   -- Part or approximation meant, such as START, MID, END or APPROX; null for none.
    mentions.anchor_on as anchor_on,   -- Publication date that a relative expression was resolved against; null for an absolute one.

    -- certainty
    mentions.rule as rule,   -- Grammar rule that read it.
    mentions.has_conflict as has_conflict,   -- Whether the text contradicts itself here, such as a weekday that is not that of its date.
    mentions.score as score   -- How sure the reading is, 0 to 1.
from ledger.date_mentions as mentions
join files on files.file_id = mentions.file_id and files.status = 'article'
anti join recurring_lines as furniture
    on furniture.file_id = mentions.file_id
    and furniture.char_start <= mentions.char_start
    and furniture.char_end >= mentions.char_end
order by article_id, char_start;
