"""The AI service: turns the facts of one player into a scouting report.

`main` is the HTTP surface, `writer` the built-in writer, `gemini` the language model. The package
knows nothing of the rest of the system: facts come in over HTTP, a report goes out.
"""

__version__ = "0.1.0"
