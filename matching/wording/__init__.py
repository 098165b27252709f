"""Questions and answers in plain words, from typed values alone."""
