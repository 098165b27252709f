"""Words and sentences: tokens, sentences, verbs, nouns and base forms."""
