"""The story as a sequence of blocks: what each may be by its own words, and which it is by where it stands."""
