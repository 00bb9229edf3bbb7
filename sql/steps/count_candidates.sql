-- How many pairs are to be compared word by word.
select count(*) from candidates;
