"""Words: what says something and what does not, cut to stems; whether two terms name one thing."""
