"""Events: places, kinds of event, and what a sentence is about."""
