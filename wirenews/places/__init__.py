"""Places as datelines write them."""
