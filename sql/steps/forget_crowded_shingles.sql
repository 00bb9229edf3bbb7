-- The runs of the new bodies are counted anew.
delete from ledger.crowded_shingles
where shingle in (select unnest(sketch) from new_bodies);
