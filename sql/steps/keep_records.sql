-- Notes what records say beside their text.
insert into ledger.records by name
select distinct * from incoming
order by landing, path, file_id;
