"""Role claims: clauses, who does what, how sure, and who says so."""
