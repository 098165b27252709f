"""Running on a server: Prefect's server, deployments, workers, and whether all is in order."""
