-- How many bodies are to be compared.
select count(*) from new_bodies;
