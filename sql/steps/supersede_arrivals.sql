-- What stood under these names before is no longer what stands there. Of records only their whole
-- container tells that: see supersede_records.
update ledger.arrivals
set is_current = false
from incoming
where arrivals.landing = incoming.landing
    and arrivals.path = incoming.path
    and arrivals.is_current
    and incoming.container is null;
