-- Folders that could not be listed before, and can be now, are no longer refused: what lies in them
-- is looked at by itself. A folder's path ends with a slash; that of the landing folder is empty.
delete from ledger.refusals
where landing = $landing
    and (path = '' or ends_with(path, '/'))
    and not list_contains($unlisted, path)
returning path;
