-- Every content that the public file knows of.
select file_id, path, status from files order by path, file_id;
