"""Whose copy a story is, and who helped."""
