-- Loads the facts of one batch.
insert into ledger.related_headlines by name select * from incoming_related_headlines;
