-- Who said what, with which verb: quotations in articles.
-- Grain: one row per quotation; words in marks within a reported sentence are a row of their own.
-- Limits: what is said within a quotation is none; a pronoun or "the ministry" means whoever was named last.
create table quotes as
select
    -- ids
    files.article_id as article_id,   -- The article.
    names.entity_id as speaker_entity_id,   -- Who speaks, in entities; null for a speaker without a name.
    said.channel_source_id as channel_source_id,   -- The outlet that it came through, in sources; null if none is named.

    -- text
    said.line_no as line_no,   -- Line of the file in which it begins, in lines.
    said.char_start as char_start,   -- Offset of the words said in the file's text.
    said.char_end as char_end,   -- Offset behind them.
    said.surface as surface,   -- The words said, without marks; of a reported sentence from its "أن" on.
    said.form as form,   -- direct (in marks or behind a colon), partial (a few marked words in a reported sentence) or reported.
    said.speaker_surface as speaker_surface,   -- The speaker as the article last calls him or her; null if nobody is named.
    said.speaker_char_start as speaker_char_start,   -- Offset of that in the file's text; a verb without a subject points back to who spoke before.
    said.speaker_char_end as speaker_char_end,   -- Offset behind it.
    said.verb as verb,   -- The verb of saying in its plain form, such as قال; null in a headline that has a colon instead.
    said.verb_class as verb_class,   -- What it does: say, add, assert, announce, report, explain, point, opine, claim, deny, admit, warn, promise, ask, urge, answer, accuse, express, write, call, hearsay or according.
    said.stance as stance,   -- What the verb implies of the words: factive (they are so), doubtful (they may not be) or neutral.
    said.role as role,   -- Role of the line in which it begins, such as headline or body.

    -- certainty
    said.rule as rule,   -- How it was found: quoted, within, before, colon, unclosed, clause, according, headline, continued or free.
    said.score as score   -- How sure words and speaker are, 0 to 1.
from ledger.quotes as said
join files on files.file_id = said.file_id and files.status = 'article'
anti join recurring_lines as furniture
    on furniture.file_id = said.file_id
    and furniture.char_start <= said.char_start
    and furniture.char_end > said.char_start
left join entity_mentions as names
    on names.article_id = files.article_id
    and names.char_start = said.mention_char_start
    and names.char_end = said.mention_char_end
order by article_id, char_start, char_end;
