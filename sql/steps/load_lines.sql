-- Loads the facts of one batch.
insert into ledger.lines by name select * from incoming_lines;
