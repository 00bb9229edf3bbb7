-- Makes room for what the same records say now.
delete from ledger.records
using incoming
where records.landing = incoming.landing
    and records.path = incoming.path
    and records.file_id = incoming.file_id;
