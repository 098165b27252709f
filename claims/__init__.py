"""The vocabulary that every stage speaks: frozen, slotted values and the algebra on them.

Imports the standard library only, does no input or output except for reading a topic or agency
file on request, and is imported by every other package.
"""
