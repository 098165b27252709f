"""Prefect wires the stages; flows do no thinking of their own. Only modules with a flow or task import prefect."""
