-- Makes room for the container as it is now.
delete from ledger.containers
using incoming
where containers.landing = incoming.landing and containers.path = incoming.path;
