"""Case changes in; alerts, messages and deliveries out."""
