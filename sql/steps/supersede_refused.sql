-- What stood under these names before is no longer what stands there. What cannot be read for now
-- may well be the same: its last content stays the current one.
update ledger.arrivals
set is_current = false
from incoming
where arrivals.landing = incoming.landing
    and arrivals.path = incoming.path
    and arrivals.is_current
    and incoming.container is null
    and incoming.reason <> 'unreadable';
