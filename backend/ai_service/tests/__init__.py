"""The AI service's tests, with sample dossiers and a server that stands in for a model."""
