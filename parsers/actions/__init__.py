"""Actions: the verbs, nouns and phrases by which each action is told."""
