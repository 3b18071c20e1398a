"""Fictional leagues, their clubs, and outside clubs, which appear in transfers only."""

import random
from dataclasses import dataclass

from data_scraper.sample_model import FIRST_SEASON, THIS_SEASON, Club, League


@dataclass(frozen=True, slots=True)
class ClubWords:
    """`patterns` are (short name, full name) with {town}; `special` clubs come first."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]
    stadium: str
    special: tuple[tuple[str, str], ...] = ()


# Two leagues share a name on purpose: names of competitions are not unique.
LEAGUES = (
    League("FEN1", "crown-league", "England", 189, 1.3),
    League("FES1", "liga-del-faro", "Spain", 157, 1.0),
    League("FDE1", "eichenliga", "Germany", 40, 0.9),
    League("FIT1", "lega-del-levante", "Italy", 75, 0.8),
    League("FNL1", "polderdivisie", "Netherlands", 122, 0.1),
    League("FTR1", "bozkir-ligi", "Turkey", 174, -0.1),
    League("FUA1", "granit-liga", "Ukraine", 177, -0.7),
    League("FBG1", "granit-liga", "Bulgaria", 28, -1.1),
    League("FFR1", "ligue-des-phares", "France", 50, 0.7),
    League("FPO1", "liga-das-mares", "Portugal", 136, 0.2),
)


def _club_words(
    starts: str, ends: str, patterns: str, stadium: str, special: str = ""
) -> ClubWords:
    """Split texts: words at spaces; patterns and special at ";", each short=full."""

    def pairs(text: str) -> tuple[tuple[str, str], ...]:
        halves = (item.strip().partition("=") for item in text.split(";") if item.strip())
        return tuple((short, full) for short, _, full in halves)

    return ClubWords(
        tuple(starts.split()), tuple(ends.split()), pairs(patterns), stadium, pairs(special)
    )


CLUB_WORDS = {
    "FEN1": _club_words(
        "North Alder Bracken Cinder Fallow Gannet Heron Iron Kestrel Lantern Mallow Otter "
        "Quill Tarn",
        "moor bourne cliffe den ferry garth haven march minster pool reach stead water wold",
        "{town} Athletic={town} Athletic Football Club;{town} Rovers={town} Rovers Football Club;"
        "{town} Town={town} Town Football Club;{town}={town} Association Football Club",
        "{town} Lane",
    ),
    "FES1": _club_words(
        "Alba Bella Campo Duero Espino Fuente Gallo Luna Mira Oro Peña Roca Sala Valle",
        "cerro dorado lacasa manso nares noble rromar sierra tajo torre umbría vega verde viento",
        "CF {town}={town} Club de Fútbol;Deportivo {town}=Deportivo {town} S.A.D.;"
        "Unión {town}=Unión Deportiva {town};Atl. {town}=Club Atlético {town}",
        "Estadio de {town}",
    ),
    "FDE1": _club_words(
        "Ahren Birken Drossel Elster Fichten Grau Hasel Kranich Linden Moos Nebel Quell "
        "Rothen Wolken",
        "bach born brück dorf feld furt grund hain hausen kirchen rode stein tal werder",
        "SV {town}=Sportverein {town} 1904;FC {town}=Fußball-Club {town} e.V.;"
        "VfR {town}=Verein für Rasensport {town};TuS {town}=Turn- und Sportverein {town} 1898",
        "{town}-Kampfbahn",
    ),
    "FIT1": _club_words(
        "Acqua Borgo Castel Fonte Giara Lago Monte Olmo Piana Ponte Rocca Serra Torre Valle",
        "bruna chiara dorata fiorita gelata lunga marina nera piccola rossa salata scura "
        "verde vecchia",
        "{town}=Associazione Calcio {town};US {town}=Unione Sportiva {town} Calcio;"
        "Pro {town}=Società Sportiva Pro {town} S.r.l.",
        "Stadio Comunale {town}",
    ),
    "FNL1": _club_words(
        "Ane Bonke Drake Elze Fries Gaas Heem Kiel Lente Mosse Nieuwe Oude Rijs Wiers",
        "berg brugge dam drecht duin haven kerk kolk meer sluis sloot voort waard zijl",
        "{town}=Sportclub {town};VV {town}=Voetbalvereniging {town};"
        "{town} '21=Voetbal Vereniging {town} 1921",
        "Sportpark {town}",
        "VLO Waterdijk=Vereniging Voor Lichamelijke Oefening En Ontspanning Altijd Voorwaarts "
        "Nooit Versagen Te Waterdijk",
    ),
    "FTR1": _club_words(
        "Ak Bal Çam Deniz Elma Gök Gül İnci Kara Mavi Orman Sarı Taş Yeşil",
        "bahçe burun çay dere geçit göl kent köprü kule ova pınar su tepe yurt",
        "{town}spor={town} Spor Kulübü;{town} GB={town} Gençlerbirliği Kulübü;"
        "Yeni {town}=Yeni {town} Futbol A.Ş.",
        "{town} Stadı",
    ),
    "FUA1": _club_words(
        "Bilo Chorno Dubo Kalyno Lypo Novo Ozero Pshenych Sino Step Topol Vyshne Yasno Zoloto",
        "bir brid dar hai hirsk kamin krai liss pil polsk rich stav sil vyr",
        "Granit {town}=FC Granit {town};Zirka {town}=FC Zirka {town};Lan {town}=MFC Lan {town}",
        "Stadion {town}",
        'Svitanok Yasnopil=Футбольний клуб "Світанок" Яснопіль;'
        'Kamenyar Sinohirsk=Футбольний клуб "Каменяр" Синьогірськ',
    ),
    "FBG1": _club_words(
        "Balkan Bor Bryasto Gorno Izvor Kamen Lipo Orlo Rila Slavo Studen Topli Visoko Zdravko",
        "brod chene dol grad kladenets mir nitsa pole rechie sevo shte tsi vets vrah",
        "Iskra {town}=PFC Iskra {town};Yunak {town}=FC Yunak {town} 1923;{town}=OFC {town}",
        "Stadion {town}",
        'Orlets Kamengrad=Футболен клуб "Орлец" Каменград;Bistritsa Dol=ОФК Бистрица Дол 1931',
    ),
    "FFR1": _club_words(
        "Aigue Beau Clair Fer Gris Haute Mont Noir Pierre Roche Val Vieux",
        "bois chêne fontaine lac lande mare pré rive serre ville",
        "{town}=Football Club de {town};AS {town}=Association Sportive {town};"
        "Étoile {town}=Étoile Sportive de {town}",
        "Stade de {town}",
    ),
    "FPO1": _club_words(
        "Alga Bela Costa Fonte Lagoa Monte Pedra Ribeira Serra Vila",
        "brava clara nova mansa negra ruiva santa seca verde viva",
        "{town}=Sport Clube {town};GD {town}=Grupo Desportivo {town};"
        "CD {town}=Clube Desportivo {town}",
        "Estádio de {town}",
    ),
}

# Clubs that appear in transfers only: in lower or other leagues than those of this data set.
OUTSIDE_WORDS = _club_words(
    "Birk Elv Fager Granit Hest Jern Kors Løv Mark Nord Sol Stav Trold Vinter",
    "borg by dal fors hamn holm kulla lunda mose ness stad sund vall ås",
    "{town} IK={town} Idrottsklubb;{town} BK={town} Boldklub;{town} IF={town} Idrettsforening",
    "{town} Idrottsplats",
)


PLAYERS_PER_CLUB = 40  # about 26 in the squad, the rest former players
FIRST_CLUB_ID = 500_001
FIRST_OUTSIDE_ID = 700_001
YOUTH_ID_STEP = 100_000  # added to a club's id for its youth team
OUTSIDE_STRENGTH = -1.6
_RELEGATED_EVERY = 23  # clubs; a relegated club has former players only


def club_names(words: ClubWords, *, count: int, rng: random.Random) -> list[tuple[str, str, str]]:
    """`count` distinct (short name, full name, stadium); the special clubs first."""
    towns = [start + end for start in words.starts for end in words.ends]
    rng.shuffle(towns)
    named = [(short, full, words.stadium.format(town=short)) for short, full in words.special]
    for index in range(count - len(named)):
        town = towns[index % len(towns)]
        # After the last town, towns are repeated with the next pattern.
        turn = index % len(towns) + index // len(towns)
        short, full = words.patterns[turn % len(words.patterns)]
        named.append(
            (short.format(town=town), full.format(town=town), words.stadium.format(town=town))
        )
    return named[:count]


def make_clubs(leagues: list[League], *, players: int, rng: random.Random) -> list[Club]:
    """One club for about 40 players, assigned to the leagues in turn."""
    total = max(len(leagues), players // PLAYERS_PER_CLUB)
    per_league = -(-total // len(leagues))
    names = {
        league.id: club_names(CLUB_WORDS[league.id], count=per_league, rng=rng)
        for league in leagues
    }
    clubs = []
    for index in range(total):
        league = leagues[index % len(leagues)]
        short, full, stadium = names[league.id][index // len(leagues)]
        strength = league.level + rng.gauss(0, 0.45)
        relegated = index % _RELEGATED_EVERY == _RELEGATED_EVERY - 1
        last_season = rng.randint(FIRST_SEASON + 1, THIS_SEASON - 2) if relegated else THIS_SEASON
        seats = round(9000 * 2 ** (strength * 0.8 + rng.gauss(0, 0.4)))
        clubs.append(
            Club(FIRST_CLUB_ID + index, short, full, league, strength, stadium, seats, last_season)
        )
    return clubs


def make_outside_clubs(*, players: int, rng: random.Random) -> list[Club]:
    """Clubs that appear in transfers only."""
    named = club_names(OUTSIDE_WORDS, count=20 + players // 100, rng=rng)
    return [
        Club(FIRST_OUTSIDE_ID + index, short, full, None, OUTSIDE_STRENGTH, stadium, 0, THIS_SEASON)
        for index, (short, full, stadium) in enumerate(named)
    ]
