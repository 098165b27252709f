"""Pages and pictures: the ledger, boards and cards for Prefect's page, the plot of a case."""
