-- Every content that the ledger holds.
select file_id from ledger.files;
