"""Dates as news prose writes them."""
