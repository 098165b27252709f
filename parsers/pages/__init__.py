"""Pages: a document to an article, or the reason why there is none."""
