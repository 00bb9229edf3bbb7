-- Stems that are not cut further when a word is reduced to what it is searched by.
-- Grain: one row per stem or word.
-- Limits: other words lose whatever looks like a particle: of an unlisted name its first letter, always.
create table known_stems as
select
    stem as stem,   -- A stem that begins with a letter like a particle (وزير), or another form of one.
    term as term   -- The term that it is searched by: itself, or the usual spelling (اميرك is امريك).
from lexicon_known_stems
order by stem;
