-- Makes room for new facts of the same contents.
delete from ledger.wordings where file_id in (select file_id from incoming_facts);
