-- The claim base is the default database; Prefect keeps its own beside it.
CREATE DATABASE prefect;
