"""Taking in: a pass over a topic, and over one article: read, placed, judged, recorded, raised."""
