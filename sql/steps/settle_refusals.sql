-- Of a container that was just read to its end, refusals of former readings no longer hold.
delete from ledger.refusals
using incoming
where refusals.landing = incoming.landing
    and refusals.run_id <> incoming.run_id
    and (
        refusals.path = incoming.path
        or starts_with(refusals.path, incoming.path || '#')
        or starts_with(refusals.path, incoming.path || '/')
    );
