"""The commands of the command line, by what a person wants; `atodds.py` puts them together."""
