"""Events: what a text is about, which story an article tells, and whose report it really is."""
