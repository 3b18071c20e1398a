"""`make bench`: speeds as ratios to references measured in the same run."""
