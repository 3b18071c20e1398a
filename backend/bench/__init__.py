"""`make bench`: every speed as a ratio against a reference measured in the same run."""
