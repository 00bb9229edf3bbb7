-- What another parser version said of bodies is no longer compared with what this one says.
delete from ledger.sketches where parser_version <> $parser_version;
