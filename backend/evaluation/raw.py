"""The files as they are, read with pandas: what reports are checked against.

Nothing here uses the service. What the files do not say is passed in: which lines of statistics
belong to which player (`links`), and the days the files were taken.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
from anyascii import anyascii

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "data_scraper" / "sample"
_APP = HERE.parent / "football_player_service" / "app"
COLUMNS = tomllib.loads((HERE / "columns.toml").read_text("utf-8"))
METRICS: Mapping[str, Any] = tomllib.loads(
    (_APP / "metrics" / "catalogue.toml").read_text("utf-8")
)  # words and units

FULL, SMALLEST = 900, 30  # minutes of a ranked player, players of a cohort
_WITHOUT_CLUB = {"Retired": "retired", "Without Club": "free"}


@dataclass(frozen=True)
class Wide:
    """A file of statistics. `season` is null if a column has it."""

    path: Path
    provider: str
    as_of: date
    season: str | None = None


@dataclass(frozen=True)
class Files:
    """A data set. `as_of` is the day of the folder; `years`: its seasons are calendar years."""

    folder: Path
    as_of: date
    wide: Wide | None
    years: bool = False


@dataclass(frozen=True)
class Place:
    """How many of a cohort have a higher, the same (the player included) and a lower figure."""

    above: int
    level: int
    below: int
    cohort: str
    leagues: int

    @property
    def size(self) -> int:
        """Of the cohort."""
        return self.above + self.level + self.below


def folded(text: str) -> str:
    """Lower-case ASCII words without punctuation."""
    ascii_text = anyascii(unicodedata.normalize("NFC", text)).lower().replace("'", "")
    return " ".join(re.sub(r"[^a-z0-9]+", " ", ascii_text).split())


def _called() -> Iterator[tuple[str, set[str]]]:
    """What well-known clubs are called, by Transfermarkt's id."""
    data = tomllib.loads((_APP / "clubs" / "clubs.toml").read_text("utf-8"))
    for clubs in data["clubs"].values():
        for name, row in clubs.items():
            if "transfermarkt" in row:
                yield str(row["transfermarkt"]), {
                    name, row.get("name", name), *row.get("aliases", ())
                }  # fmt: skip


def has_rate(metric: str) -> bool:
    """Whether a metric is compared per 90 minutes."""
    words = METRICS[metric]
    return words.get("denominator") == "minutes" and words["storage"] in ("total", "per_90")


class Raw:
    """The players and the statistics of a data set that was imported on one day, as of another."""

    def __init__(
        self, files: Files, links: Mapping[tuple[str, str], str], *, imported: date, day: date
    ) -> None:
        self.files, self.links, self.imported, self.today = files, links, imported, day
        self.players = _read(files.folder / "players.csv", index="player_id")
        self.players = self.players[~self.players.index.duplicated()]
        born = self.players["date_of_birth"].str[:10]
        self.players["born"] = pd.to_datetime(born, errors="coerce")
        for column in ("market_value_in_eur", "highest_market_value_in_eur", "last_season"):
            self.players[column] = pd.to_numeric(self.players[column])
        self.players["group"] = self.players["position"].replace(
            {"Midfield": "Midfielder", "Missing": None}
        )
        self.valuations = self._dated("player_valuations.csv", "date")
        self.transfers = self._dated("transfers.csv", "transfer_date")

    def _dated(self, name: str, column: str) -> dict[str, pd.DataFrame]:
        rows = _read(self.files.folder / name)
        rows["day"] = pd.to_datetime(rows[column].str[:10]).dt.date
        rows = rows[rows["day"] <= self.today].sort_values("day", kind="stable")
        return dict(iter(rows.groupby("player_id")))

    @cached_property
    def club_names(self) -> dict[str, set[str]]:
        """Every name of a club in the files, by its id."""
        found: dict[str, set[str]] = {}
        clubs = _read(self.files.folder / "clubs.csv")
        pairs = [
            (clubs, "club_id", "name"), (clubs, "club_id", "club_code"),
            (self.players, "current_club_id", "current_club_name"),
            *((t, f"{side}_club_id", f"{side}_club_name")
              for t in [_read(self.files.folder / "transfers.csv")] for side in ("from", "to")),
        ]  # fmt: skip
        for table, id_, name in pairs:
            for club, text in table[[id_, name]].dropna().drop_duplicates().itertuples(index=False):
                found.setdefault(club, set()).add(text)
        for club, names in _called():
            if club in found:
                found[club] |= names
        return found

    @cached_property
    def newest_season(self) -> int:
        """The latest season that any player was seen in."""
        return int(self.players["last_season"].max())

    @lru_cache(maxsize=64)  # noqa: B019 - lives as long as the evaluation
    def table(self, provider: str, period: str) -> pd.DataFrame:
        """A provider's figures of a season by player: totals, `<metric>/90`, shares, league."""
        return self._combined(self._lines(provider, period), provider)

    @lru_cache(maxsize=4)  # noqa: B019
    def _all_lines(self, provider: str) -> pd.DataFrame:
        if provider == "transfermarkt":
            rows = _read(self.files.folder / "player_seasons.csv")
            rows = rows[rows["player_id"].isin(self.players.index)].copy()
            rows["player"] = rows["player_id"]
            rows["period"] = rows["last_season"].map(self.period)
            last = rows["player"].map(self.players["last_season"])
            league = rows["player"].map(self.players["current_club_domestic_competition_id"])
            rows["league"] = league.where(last == pd.to_numeric(rows["last_season"]))
            return rows
        wide = self.files.wide
        assert wide is not None
        assert wide.provider == provider
        rows = _read(wide.path)
        if "Player" in rows:
            born = rows["Born"].str.replace(".0", "", regex=False)
            keys = rows["Player"].map(folded) + "|" + born.fillna("")
        else:
            keys = rows["player_id"]
        rows["player"] = [self.links.get((provider, key)) for key in keys]
        rows["period"] = wide.season or rows["season"]
        rows["league"] = rows["Comp"] if "Comp" in rows else rows["competition"]
        return rows[rows["player"].notna()].copy()

    def _lines(self, provider: str, period: str) -> pd.DataFrame:
        rows = self._all_lines(provider)
        return rows[rows["period"] == period].copy()

    def _combined(self, rows: pd.DataFrame, provider: str) -> pd.DataFrame:
        columns = COLUMNS[provider]
        totals = columns.get("totals") or {
            name: name for name in rows.columns
            if name in METRICS and name not in columns["shares"]
        }  # fmt: skip
        stated: dict[str, Any] = {
            **{name: rows[column] for name, column in totals.items()},
            **{f"{name}/90": rows[column] for name, column in columns.get("rates", {}).items()},
            **{name: rows[column] for name, (column, _) in columns.get("shares", {}).items()},
        }
        lines = pd.DataFrame({
            **{name: pd.to_numeric(cells.str.lstrip("+"), errors="coerce")
               for name, cells in stated.items()},
            "player": rows["player"], "league": rows["league"],
        })  # fmt: skip
        by_player = lines.groupby("player")
        single = by_player.size() == 1
        sums = _sums(lines[list(totals)], lines["player"])
        found = dict(sums.items())
        played = sums["minutes"].where(sums["minutes"] > 0)
        for name in totals:
            if has_rate(name):
                found[f"{name}/90"] = sums[name] * 90 / played
        for name in columns.get("rates", {}):
            rate = f"{name}/90"
            mean = _sums((lines[rate] * lines["minutes"]).to_frame(), lines["player"])[0] / played
            stated_rate = by_player[rate].first().where(single)
            found[rate] = stated_rate.where(stated_rate.notna(), found.get(rate, mean))
        for name, (_, weight) in columns.get("shares", {}).items():
            share = by_player[name].first().where(single)
            if weight:
                parts = _sums((lines[name] * lines[weight]).to_frame(), lines["player"])[0]
                weighted = parts / sums[weight].where(sums[weight] > 0)
                share = share.where(single, weighted).where(sums[weight] != 0)
            found[name] = share
        found["league"] = (
            lines.sort_values("minutes", kind="stable").groupby("player")["league"].last()
        )
        facts = self.players.reindex(sums.index)
        found |= {"group": facts["group"], "detail": facts["sub_position"]}
        return pd.DataFrame(found)

    def league_name(self, league: str) -> str:
        """The words of a league's name in a file of players (FEN1) or of statistics (eng ...)."""
        return self._competitions.get(league) or league.partition(" ")[2]

    @cached_property
    def _competitions(self) -> dict[str, str]:
        rows = _read(self.files.folder / "competitions.csv")
        names = rows["name"].str.replace("-", " ")
        return dict(zip(rows["competition_id"], names, strict=True))

    def period(self, year: str | int) -> str:
        """The folder's season by its number."""
        first = int(year)
        return str(first) if self.files.years else f"{first}/{(first + 1) % 100:02}"

    def periods(self, provider: str, player: str) -> list[str]:
        """The seasons that a player has figures of, oldest first."""
        rows = self._by_player(provider).get(player)
        return sorted(set(rows)) if rows is not None else []

    @lru_cache(maxsize=4)  # noqa: B019
    def _by_player(self, provider: str) -> dict[str, Any]:
        return dict(iter(self._all_lines(provider).groupby("player")["period"]))

    def figure(self, provider: str, period: str, player: str, metric: str) -> float | None:
        """A total, share, or rate (`<metric>/90`); None if the file does not say."""
        table = self.table(provider, period)
        if metric not in table or player not in table.index:
            return None
        value = table.at[player, metric]
        return None if pd.isna(value) else float(value)

    @lru_cache(maxsize=4096)  # noqa: B019
    def _cohort(
        self, provider: str, period: str, metric: str, *, group: str, detail: str, league: str
    ) -> tuple[str, Any, int]:
        """A cohort's name, its figures, and its number of leagues."""
        table = self.table(provider, period)
        members = (table["group"] == group) & (table["minutes"] >= FULL) & table[metric].notna()
        if league:
            members &= table["league"] == league
        of_detail = members & (table["detail"] == detail)
        name = group
        if of_detail.sum() >= SMALLEST:
            members, name = of_detail, detail
        return name, table.loc[members, metric].to_numpy(), table.loc[members, "league"].nunique()

    def place(
        self, provider: str, period: str, player: str, metric: str, *, in_league: bool = False
    ) -> Place | None:
        """Where a player stands, counted one by one; None without a figure or a position."""
        key = f"{metric}/90" if has_rate(metric) else metric
        value = self.figure(provider, period, player, key)
        if value is None:
            return None
        row = self.table(provider, period).loc[player]
        if not isinstance(row["group"], str) or (in_league and not isinstance(row["league"], str)):
            return None
        detail = row["detail"] if isinstance(row["detail"], str) else ""
        league = row["league"] if in_league else ""
        name, figures, leagues = self._cohort(
            provider, period, key, group=row["group"], detail=detail, league=league
        )
        return Place(
            int((figures > value).sum()), int((figures == value).sum()),
            int((figures < value).sum()), name, leagues,
        )  # fmt: skip

    def value_place(self, player: str) -> Place:
        """Where the market value stands among the position within two years of age."""
        facts, table = self.players.loc[player], self.players
        two_years = pd.DateOffset(years=2)
        peers = table[
            (table["group"] == facts["group"])
            & table["born"].between(facts["born"] - two_years, facts["born"] + two_years)
        ]["market_value_in_eur"].dropna()
        value = facts["market_value_in_eur"]
        above, level = int((peers > value).sum()), int((peers == value).sum())
        return Place(above, level, len(peers) - above - level, facts["group"], 0)


class Person:
    """One player's facts."""

    def __init__(self, raw: Raw, id_: str) -> None:
        row = raw.players.loc[id_]
        self.raw, self.id, self.row = raw, id_, row
        visible = "".join(c for c in row["name"] if unicodedata.category(c) != "Cf")
        self.name = " ".join(unicodedata.normalize("NFC", visible).split())
        self.group, self.detail = _text(row["group"]), _text(row["sub_position"])
        self.born: date | None = None if pd.isna(row["born"]) else row["born"].date()
        self.foot, self.height = _text(row["foot"]), _text(row["height_in_cm"])
        self.value, self.highest = _whole(row["market_value_in_eur"]), _whole(
            row["highest_market_value_in_eur"]
        )  # fmt: skip
        self.last_season = None if pd.isna(row["last_season"]) else int(row["last_season"])
        self.status = self._status()
        has_club = self.status not in ("retired", "free")
        until = _text(row["contract_expiration_date"])
        self.contract = date.fromisoformat(until[:10]) if until and has_club else None
        self.club_id = _text(row["current_club_id"]) if has_club else None
        valued = raw.valuations.get(id_)
        self.valuations: list[tuple[date, int]] = [] if valued is None else [
            (day, int(float(value))) for day, value in
            valued[["day", "market_value_in_eur"]].itertuples(index=False)
        ]  # fmt: skip

    @property
    def position(self) -> str | None:
        """The detailed position, or the group."""
        return self.detail or self.group

    @property
    def age(self) -> int | None:
        """In whole years."""
        if self.born is None:
            return None
        day = self.raw.today
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def _status(self) -> str | None:
        club, move = _text(self.row["current_club_name"]), self._move_at_import()
        if club in _WITHOUT_CLUB:
            return _WITHOUT_CLUB[club]
        if move is not None and move["to_club_name"] in _WITHOUT_CLUB:
            day = move["day"]
            if (self.last_season or 0) <= day.year - (day.month < 7):
                return _WITHOUT_CLUB[move["to_club_name"]]
        return "active" if self.last_season == self.raw.newest_season else None

    def latest_moves(self) -> pd.DataFrame | None:
        """The moves of the latest day with any."""
        moves = self.raw.transfers.get(self.id)
        return None if moves is None else moves[moves["day"] == moves["day"].iloc[-1]]

    def _move_at_import(self) -> Any:
        """The latest move by then; of two on a day, one to a club."""
        moves = self.raw.transfers.get(self.id)
        moves = None if moves is None else moves[moves["day"] <= self.raw.imported]
        if moves is None or moves.empty:
            return None
        moves = moves[moves["day"] == moves["day"].iloc[-1]]
        to_club = moves[~moves["to_club_name"].isin(_WITHOUT_CLUB)]
        return (moves if to_club.empty else to_club).iloc[0]

    def series(self, provider: str, metric: str) -> dict[str, float]:
        """A figure by season, oldest first."""
        periods = self.raw.periods(provider, self.id)
        found = {p: self.raw.figure(provider, p, self.id, metric) for p in periods}
        return {period: value for period, value in found.items() if value is not None}

    def providers(self) -> Iterator[str]:
        """The providers that have figures of the player."""
        wide = self.raw.files.wide
        for name in ("transfermarkt", *([wide.provider] if wide else [])):
            if self.raw.periods(name, self.id):
                yield name


def _read(path: Path, *, index: str | None = None) -> pd.DataFrame:
    table = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    return table.set_index(index) if index else table


def _sums(columns: pd.DataFrame, by: Any) -> pd.DataFrame:
    """Sums that are unknown if a part is."""
    return columns.groupby(by).sum().mask(columns.isna().groupby(by).any())


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
