"""Quantities: numbers that count or measure, as intervals; and what is silent."""
