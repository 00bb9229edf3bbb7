-- What records of JSON, tables and archives say of their article beside its text, as they say it.
-- Grain: one row per address and content, of every container that ever landed.
-- Limits: what the articles make of it stands in articles; fields that are not recognised are not kept.
create table records as
select
    -- ids
    path as path,   -- Address: the container's name, then /member of an archive, then #number of the record.
    file_id as file_id,   -- The content, in files.
    container as container,   -- Name of the container below the landing folder, in containers.
    record_key as record_key,   -- What tells the record from the others of its container, its web address or id; null for none.

    -- what it says
    any_value(nullif(title, '')) as title,   -- Title; null where the record says none, as for all below.
    any_value(nullif(url, '')) as url,   -- Web address.
    any_value(nullif(published, '')) as published,   -- Date of publication, as it is written there.
    any_value(nullif(source, '')) as source,   -- Outlet, as it is written there.
    any_value(nullif(author, '')) as author   -- Author, as it is written there.
from ledger.records
group by path, file_id, container, record_key
order by path, file_id;
