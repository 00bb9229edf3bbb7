-- Names without a schema mean the ledger from here on.
use ledger;
