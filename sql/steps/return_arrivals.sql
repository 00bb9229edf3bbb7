-- A content that comes back under a name where it once stood, or whose time stamp alone changed.
update ledger.arrivals
set is_current = true, last_seen_at = incoming.last_seen_at, modified_ns = incoming.modified_ns
from incoming
where arrivals.landing = incoming.landing
    and arrivals.path = incoming.path
    and arrivals.file_id = incoming.file_id;
