"""What every face does with a ledger, written once."""
