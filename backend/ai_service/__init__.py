"""The AI service: turns the evidence on one player into a scouting report.

`main` has the routes. `claims` enumerates what is true, `planner` or a model (`conversation`,
`providers`, `prompt`) chooses what a report states, `plan` checks and repairs the choice, and
`render` writes it with the phrases of a language. No other text reaches a report. The package is
independent of the backend: dossiers arrive and reports leave over HTTP.
"""

__version__ = "0.2.0"
