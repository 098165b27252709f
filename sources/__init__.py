"""The outside world: feeds, sitemaps, pages, files in; articles out. httpx lives here."""
