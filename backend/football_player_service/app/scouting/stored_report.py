"""A stored report with its JSON columns read, each once, when it is first needed."""

from dataclasses import dataclass
from functools import cached_property

from football_player_service.app.ai_client import Content, Fact
from football_player_service.app.scouting import changes
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import CLAIMS, BriefOut, Change, Claim, Dossier


@dataclass(frozen=True)
class StoredReport:
    """A report of the database; a stored report never changes."""

    row: Report

    @cached_property
    def content(self) -> Content | None:
        """The sections and facts; None in a report of an earlier version."""
        return Content.model_validate_json(self.row.content) if self.row.content else None

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims of a report of an earlier version."""
        return CLAIMS.validate_json(self.row.claims)

    @cached_property
    def brief(self) -> BriefOut | None:
        """What the report was asked to judge against."""
        return BriefOut.model_validate_json(self.row.brief) if self.row.brief else None

    @cached_property
    def dossier(self) -> Dossier:
        """The evidence at the time."""
        return Dossier.model_validate_json(self.row.dossier)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts by id; none in a report of an earlier version."""
        return {fact.id: fact for fact in self.content.facts} if self.content else {}

    @cached_property
    def cited(self) -> list[str]:
        """The ids of the evidence its sentences rest on."""
        return changes.cited(self.content, self.claims)

    def changes_to(self, now: Dossier) -> list[Change]:
        """The cited evidence whose value is different in `now`."""
        return changes.between(self.dossier, now, ids=self.cited)
