"""Where a player came from: his transfers, the latest first."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from football_player_service.app.careers import service as careers
from football_player_service.app.scouting.evidence.item import item, plain
from football_player_service.app.scouting.schemas import Evidence

_SHOWN = ("Latest", "Second latest", "Third latest", "Fourth latest", "Fifth latest")


def items(connection: Connection, *, player_id: int, day: date) -> Iterator[Evidence]:
    """How many there were, and the latest of them; what is agreed for after `day` is none yet."""
    found = [t for t in careers.transfers(connection, player_id=player_id) if t.day <= day]
    if not found:
        return
    yield item("transfers.count", "Transfers on record", len(found), "count", source="transfers")
    for number, (which, transfer) in enumerate(zip(_SHOWN, found, strict=False), start=1):
        start, label, on = f"transfer.{number}", f"{which} transfer", transfer.day
        yield item(f"{start}.day", f"{label}: day", on.isoformat(), "date", source="transfers",
                   as_of=on)  # fmt: skip
        for name, club in (("from", transfer.from_club), ("to", transfer.to_club)):
            if text := plain(club):
                yield item(f"{start}.{name}", f"{label}: {name}", text, "text",
                           source="transfers", as_of=on)  # fmt: skip
        if transfer.fee is not None:
            yield item(f"{start}.fee", f"{label}: fee", transfer.fee, "eur", source="transfers",
                       as_of=on)  # fmt: skip
