"""Transfers as evidence, latest first."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from football_player_service.app.record import service as record
from football_player_service.app.scouting.evidence.item import item, plain
from football_player_service.app.scouting.schemas import Evidence

_ORDINALS = ("Latest", "Second latest", "Third latest", "Fourth latest", "Fifth latest")


def items(session: Session, *, player_id: int, day: date) -> Iterator[Evidence]:
    """The number of transfers up to `day`, and the latest five of them."""
    found = record.transfers(session, player_id=player_id, until=day)
    if not found:
        return
    yield item("transfers.count", "Transfers", len(found), "count", source="transfers")
    for number, (ordinal, transfer) in enumerate(zip(_ORDINALS, found, strict=False), start=1):
        id, label, on = f"transfer.{number}", f"{ordinal} transfer", transfer.day
        yield item(f"{id}.day", f"{label}: date", on.isoformat(), "date", source="transfers",
                   as_of=on)  # fmt: skip
        for name, club in (("from", transfer.from_club), ("to", transfer.to_club)):
            if text := plain(club.short_name):
                yield item(f"{id}.{name}", f"{label}: {name}", text, "text", source="transfers",
                           as_of=on)  # fmt: skip
        if transfer.fee is not None:
            yield item(f"{id}.fee", f"{label}: fee", transfer.fee, "eur", source="transfers",
                       as_of=on)  # fmt: skip
