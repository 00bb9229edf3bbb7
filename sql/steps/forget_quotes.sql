-- Makes room for new facts of the same contents.
delete from ledger.quotes where file_id in (select file_id from incoming_facts);
