"""One spelling a country, so that it is one choice in a filter."""

# From the source's spelling to ours.
_ALIASES = {"Neukaledonien": "New Caledonia", "Türkiye": "Turkey"}


def one_spelling(country: str | None) -> str | None:
    """The country as it is spelled here."""
    return _ALIASES.get(country, country) if country else None
