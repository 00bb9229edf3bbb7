-- A name that has been looked at again is no longer refused for its former reason.
delete from ledger.refusals
using incoming
where refusals.landing = incoming.landing and refusals.path = incoming.path;
