-- Were the tables of facts laid out by another version of this program?
select facts_layout <> $facts_layout from ledger.state;
