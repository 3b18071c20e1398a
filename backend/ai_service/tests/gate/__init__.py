"""Tests of the check of every sentence."""
