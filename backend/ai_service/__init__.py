"""The AI service: turns the evidence on one player into a checked scouting report.

`main` has the routes and `report` turns drafts into reports; `writer` is the built-in writer,
`conversation` and `providers` talk to language models, `gate` checks every sentence. The package
is independent of the backend: dossiers arrive and reports leave over HTTP.
"""

__version__ = "0.1.0"
