"""Contracts and agents of players."""

import datetime as dt
import random

from data_scraper.sample_draws import chance
from data_scraper.sample_model import THIS_SEASON, Player

_AGENT_NAMES = (
    "Harbour Lane Sports|Tidewater Mgmt|Bellwether & Sons|Kite Sports Group|Nordlicht Beratung|"
    "Lindenhof Sport GmbH|Ocho Puentes|Faro Azul S.L.|Ponte Vecchio Sport|Quattro Venti S.r.l.|"
    "Polder Players B.V.|Windmolen Sport|Çınar Menajerlik|Mavi Kapı Sports|Step & Zirka|"
    "Balkan Compass|Étoile Conseil|Vent d'Ouest Sport|Cruzeiro Velho|Onda Sete Ltda.|"
    "Fourth Official LLC|Touchline, Inc.|Greenfield Eleven|Relatives|no agent|Agent is known"
)
AGENTS = tuple(_AGENT_NAMES.split("|"))

_UNREPRESENTED = 0.49
_NEW_CONTRACT_YEARS = (1, 2, 3, 4, 5)
_CONTRACT_WEIGHTS = (30, 27, 22, 13, 8)
_NO_CONTRACT_KNOWN = 0.1  # of players in a squad
_OLD_CONTRACT_KNOWN = {THIS_SEASON - 1: 0.6, THIS_SEASON - 2: 0.35}  # by last season
_OLDER_CONTRACT_KNOWN = 0.05


def draw_contract(player: Player, rng: random.Random) -> dt.date | None:
    """The end of the contract: ahead for squad players, past for a few former ones."""
    if player.active:
        if chance(_NO_CONTRACT_KNOWN, rng):
            return None
        years = rng.choices(_NEW_CONTRACT_YEARS, _CONTRACT_WEIGHTS)[0]
        # Some leagues count by the calendar year.
        month_and_day = (12, 31) if chance(0.07, rng) else (6, 30)
        return dt.date(THIS_SEASON + years, *month_and_day)
    known = _OLD_CONTRACT_KNOWN.get(player.last_season, _OLDER_CONTRACT_KNOWN)
    return dt.date(player.last_season + 1, 6, 30) if chance(known, rng) else None


def draw_agent(rng: random.Random) -> str:
    """An agency, some with many more clients than others; empty for about half."""
    if chance(_UNREPRESENTED, rng):
        return ""
    return AGENTS[int(len(AGENTS) * rng.random() ** 1.7)]
