"""The AI service: turns the evidence on one player into a checked scouting report.

`main` is the HTTP surface and `report` the way from draft to report; `writer` is the built-in
writer, `conversation` and `providers` the language models, `gate` the check of every sentence. The
package knows nothing of the rest of the system: a dossier comes in over HTTP, a report goes out.
"""

__version__ = "0.1.0"
