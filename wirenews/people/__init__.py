"""Names of people, and lists of them."""
