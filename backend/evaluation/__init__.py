"""How well the gate tells true sentences from false ones: `python -m evaluation`."""
