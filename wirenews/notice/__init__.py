"""What stands in a story and is not the story: notices, fields."""
