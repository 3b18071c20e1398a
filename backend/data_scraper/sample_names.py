"""Names of fictional people, put together from parts.

A surname is mostly a stem and an ending of one language (`Thorn` + `combe`), so that most surnames
belong to nobody. `whole` has the forms that parts cannot give: double names, particles, hyphens.
"""

import random
from collections import defaultdict
from dataclasses import dataclass

from data_scraper.sample_model import Nation, chance


@dataclass(frozen=True, slots=True)
class Words:
    """One language's name parts; each tuple holds words or parts of words."""

    first: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    whole: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()  # endings of one-word names; empty if the language has none


def _words(
    first: str,
    stems: str,
    endings: str,
    whole: str = "",
    particles: str = "",
    *,
    nicknames: str = "",
) -> Words:
    """Split texts into words: at spaces, but `whole` and `particles` at "|"."""
    return Words(
        first=tuple(first.split()),
        stems=tuple(stems.split()),
        endings=tuple(endings.split()),
        whole=tuple(whole.split("|")) if whole else (),
        particles=tuple(particles.split("|")) if particles else (),
        nicknames=tuple(nicknames.split()),
    )


WORDS = {
    "english": _words(
        "Aldous Barnaby Calvin Darcy Edwin Felix Gareth Hollis Ivor Jasper Kelvin Lyle Marlon Nate "
        "Orson Perry Quentin Rufus Silas Toby Ulric Vernon Wesley Zack Ellis Jerome Theo Dexter",
        "Ash Bram Cold Dun Elder Farn Gorse Hather Kest Lang Marl Nether Oak Pem Quarr Rav "
        "Thorn Wex",
        "berry combe croft dale fold garth holt leigh mere ridge shaw stow thwaite wick",
        "Featherstone-Pike|Smythe-Barrow|St. Orrin|Vane-Tempsford|Okoro-Hale",
    ),
    "gaelic": _words(
        "Aidan Brendan Cormac Declan Eoin Fergus Lorcan Niall Oisín Pádraic Ruairí Séamus Tadhg "
        "Finlay Hamish Struan Euan Lachlan Seán Dáire Cathal Diarmuid Innes Calum",
        "Barr Corr Dunn Fall Garr Hall Lorr Morr Nerr Rath Tarn Verr",
        "agan ahan annon ary eevy illan ock ogan osker ulty",
        "Ó Dálach|Mac an Rí|MacAulder-Reid",
        "O'|Mc|Mac|O'|Mc",
    ),
    "spanish": _words(
        "Adrián Baltasar Ciro Damián Eloy Fabián Gaspar Hernán Iker Joaquín Lázaro Matías Nicanor "
        "Octavio Pelayo Rubén Saúl Tomás Unai Valentín Yago Íñigo Ángel Martín Óscar Néstor Ramón",
        "Alb Bern Carr Dur Esc Ferr Gal Herr Lor Mend Nav Ost Pal Quint Ruan Sald Torr Urr "
        "Vill Zam",
        "acedo alde anza arena eños iaga illo izaga ondo osal uelo uriz éndez ázquez",
        "Ibáñez de Losa|Muñiz-Cañal|Núñez Olvera|de la Peñarroya|Güell i Fontes",
        "de |del |de la |de los ",
        nicknames="ito ín uco illo ete",
    ),
    "portuguese": _words(
        "Abílio Benício Caetano Fabrício Gérson Heitor Ítalo Jonas Kauã Leandro Murilo "
        "Nélson Otávio "
        "Quirino Rômulo Sílvio Ubiratan Vítor Zeferino João Luís César Estêvão Ângelo Cauê "
        "Evaristo",
        "Alv Brag Carv Dour Esp Figu Gouv Lour Mach Nogu Ourem Pach Queir Sarm Tav Vascon Ximen",
        "adal agão anha arinho eda edal eirão elos enço inhal osão udo",
        "Conceição Brites|Assunção Leitão|dos Reis Falcão|d'Orey Sampaio|Brandão e Melo",
        "da |dos |de ",
        nicknames="inho ão eca uca ito élio udo ica ongo aré",
    ),
    "french": _words(
        "Anselme Bastien Côme Damien Étienne Florentin Gaël Honoré Ivan Joël Léandre Maël "
        "Noël Octave "
        "Pacôme Rémi Sylvain Timothée Ulysse Valère Yannis Zacharie Jérémie Loïc Aurèle Cédric",
        "Aub Bard Chev Dorm Escl Font Grand Hauter Larm March Neuv Plouv Roch Sauv Tanq Vall",
        "anceau ardin aumont cerf ereau ieux ignon ignac oisel oulet ourt uzet",
        "d'Arvieux|N'Goumba-Lys|Saint-Aurèle|Le Guennoc|de La Fontanelle|Lefèvre-Brûlé",
        "de |Le |d'|Du",
    ),
    "italian": _words(
        "Amedeo Bruno Cosimo Dario Ettore Fulvio Gennaro Ippolito Lapo Manlio Nicolò Ottavio "
        "Pietro "
        "Quirino Raffaele Saverio Tiziano Ubaldo Vinicio Zeno Elia Niccolò Renzo Tancredi Ivo",
        "Alb Bar Cass Dors Far Ghir Lucch Mal Narr Orz Pell Quar Ros Scar Tramb Ung Vall Zan",
        "acchi andri avolta egato ellini enghi erotti etto icchio imonti ondelli usco",
        "D'Ambrosetti|De Santarelli|Dell'Orsaro|Lo Vecchioni|Nicolò-Pra",
        "D'|De |Di |Della ",
    ),
    "german": _words(
        "Anselm Bodo Clemens Detlef Eike Falko Gregor Hauke Ingo Jörg Korbinian Lennart Malte "
        "Nikolaus Ole Philipp Quirin Rüdiger Sönke Thilo Ulrich Veit Wieland Jürgen Götz Benno",
        "Alten Brück Dorn Eich Falken Grün Hohen Kälber Lünen Mühl Nuss Ober Pfann Rüben "
        "Stein Wald",
        "acker bacher bühl dörfer egger häuser huber kamp mayr rath schmied stätter wieser",
        "von Ahrensfeld|Groß-Wiedow|Weißhäupl|von der Heyde-Lohr",
        "von |zum ",
    ),
    "dutch": _words(
        "Aart Bram Cas Dirk Ewout Floris Gijs Huib Ivo Joost Koen Lieven Maarten Niek Oeds Pepijn "
        "Quinten Roel Sjoerd Teun Wouter Ysbrand Zeger Daniël Jeroen Thijmen",
        "Boek Cloost Dijk Eik Flier Groen Haver Kool Linde Molen Noord Oost Polder Riet Slag Water",
        "aard beek broek eman enaar horst huis kamp laan man meer stra veld zicht",
        "van der Zandtwijk|'t Hoogwater|van den Eyckhof|Ter Wolde-Smit",
        "van |van der |van den |de |van 't ",
    ),
    "turkish": _words(
        "Alper Barış Cüneyt Doruk Emrecan Ferdi Görkem Hakkı İlker Kağan Levent Mümin Nazım Onur "
        "Poyraz Rüştü Şahin Taylan Ufuk Volkan Yiğit Zafer Çağlar Ömür Işık Bülent",
        "Ak Boz Çelik Demir Er Gök Kara Kızıl Öz Sarı Taş Toprak Yalın Yıldır",
        "akın baş bulut çınar dağlı doğan gül han kaya oğuz sel soylu tepe",
        "Karaçöloğlu|Gökyüzü|İncesulu|Dağdeviroğlu",
    ),
    "ukrainian": _words(
        "Anatolii Bohdan Danylo Yevhen Fedir Hryhorii Illia Kyrylo Lev Maksym Nazar Ostap "
        "Pavlo Roman "
        "Sviatoslav Taras Ustym Vadym Yaroslav Zakhar Demyan Orest Marko Tymofii",
        "Bond Chern Dov Hon Kov Lys Mel Nesch Ostr Pan Rud Stel Tyt Verb Yar Zab",
        "anenko archuk asenko ashko echko ovets ovskyi uschak yhora ylenko ymets yshyn",
        "Dub'yanskyi|Solov'yuk|Nechui-Verba",
    ),
    "bulgarian": _words(
        "Asen Blagoy Chavdar Dobri Emil Filip Gavril Hristo Iliyan Kaloyan Lyuben Metodi "
        "Nayden Ognyan "
        "Plamen Radoslav Spas Todor Veselin Yavor Zahari Stoyan Momchil",
        "Bal Chol Dray Gab Hadzh Kar Kost Mand Nik Pash Rad Sland Tash Vel Yank Zlat",
        "adzhiev alov anchev arov erski eshkov ikyanov ilchev insky oev ushev",
    ),
    "balkan": _words(
        "Andrija Boško Časlav Dragan Đorđe Filip Gojko Hrvoje Igor Jovan Kosta Lazar Mladen Nenad "
        "Ognjen Predrag Ratko Siniša Tihomir Uroš Vuk Želimir Žarko Šime",
        "Babur Čad Dobr Đur Golub Jagl Kraš Ljub Marj Novos Plam Rad Stan Šib Trn Vuks Žuž",
        "ačić ajković anović avčić ečić enović ikić inčić ojević uljić",
    ),
    "polish": _words(
        "Bartłomiej Cezary Dawid Emil Fryderyk Grzegorz Hubert Ignacy Jędrzej Kajetan Łukasz "
        "Mikołaj "
        "Norbert Oskar Przemysław Radosław Szczepan Tymon Wacław Zbigniew Bożydar",
        "Bor Chmiel Dąbr Gór Jarz Klim Łęck Mędr Ostr Piór Rzep Sier Świerz Wąs Żur",
        "acki ałowicz czyński ecki eńczak iński kowiak owicz owski ulski",
    ),
    "czech": _words(
        "Alois Bořek Čeněk Dušan Evžen František Havel Jáchym Kryštof Luboš Matěj Oldřich Přemysl "
        "Radim Štěpán Tadeáš Vojtěch Zbyněk Řehoř Vít",
        "Bart Čap Dol Fial Hav Jir Krat Lhot Mach Něm Pol Rych Šim Tich Vond Žáč",
        "ásek ečka elík ílek ínský ocha oška oušek ovec ůrka",
    ),
    "nordic": _words(
        "Anders Bjarke Christer Ebbe Frode Gunnar Håkon Ingvar Jens Kåre Lars Mads Njål Oddvar "
        "Rasmus Søren Torstein Ulf Vidar Åge Øyvind Sölve Þórir Mårten",
        "Berg Dal Ek Fjäll Granö Hav Lind Mos Nør Rosen Sjö Skov Stor Sund Sølv Vest",
        "gaard gren heim holt kvist land lund mark strøm sen vik ås",
        "Østerdahl-Lie|Guðfinnsson|Åkerhjelm|af Trolleborg",
    ),
    "westafrican": _words(
        "Abdoulaye Babacar Chidi Demba Ebrima Femi Gaoussou Ibrahima Kwabena Lamine Moussa Nnamdi "
        "Ousmane Pape Sekou Tiémoko Uche Wahab Yao Zoumana Kofi Boubacar",
        "Ab Ad Bam Cham Dag Eb Fof Gom Kan Lob Mens Nd Ok Sag Tam Wad",
        "anou anyo ebore eku emba iaye iba oroko ouma ouré uade ukwu",
        "N'Gatta|N'Doumbé|M'Baka Diané|Osei-Tandoh|Ba-Ndour",
    ),
    "arabic": _words(
        "Anouar Bilal Chafik Driss Fouad Ghali Hicham Ilyas Jawad Karim Lotfi Mounir Nabil Othmane "
        "Rachid Soufiane Tarik Walid Yassir Zakaria",
        "Am Bar Chaf Dah Far Gham Haj Kass Lahr Mes Nour Rahm Sab Taz Zer",
        "aoui ari azi ebbar ellali ibi imi ouani oudi ouk",
        "El Mazghari|Ben Sellam|Ait-Ouarab|El-Fadlani",
        "El |Ben ",
    ),
    "japanese": _words(
        "Akihito Daichi Eiji Fumiya Genki Haruto Isamu Jun Kazuki Makoto Naoki Reo Shōta "
        "Takumi Yūji "
        "Yō Ryūsei Kōhei",
        "Aki Fuji Haya Ishi Kage Kuro Matsu Mori Nishi Oka Saka Shira Tani Yama",
        "bara doi gawa guchi hara hashi mine moto mura no saki zawa",
    ),
    "korean": _words(
        "Beom-jun Chan-ho Dae-won Eun-seok Gi-tae Hyun-bin In-sung Jae-min Ki-hoon Min-kyu Sang-ho "
        "Seung-u Tae-il Won-jae Yeong-su",
        "Ba Cho Eo Gu Hwa Jang Ma Nam Pyo Ryu Seo Tak Yeo",
        "ng n k m",
    ),
    "greek": _words(
        "Achilleas Christos Diamantis Efthymios Fotis Grigoris Iason Kosmas Lefteris Manolis "
        "Nikiforos "
        "Orfeas Pantelis Stratos Thanos Vangelis Zisis",
        "Alex Chatz Dim Fil Gian Kalog Lamp Mavr Pap Roup Stath Tzim Vas",
        "adakis akopoulos andris antonis arelis eridis idakos iadis oglou opoulos",
    ),
}


Name = tuple[str, str]  # (first name, last name); the first is empty in a one-word name

_SHARED = 0.028  # share of players with the name of another player
_APART = 30  # at least so many names between them, so that team-mates differ
_TRIES = 12  # draws for a new name
_ONE_WORD = {"Brazil": 0.6, "Portugal": 0.5, "Spain": 0.32}  # share of one-word names
_TWO_SURNAMES = ("spanish", "portuguese")
_TWO_FIRST_NAMES = ("portuguese", "french")
_LISTED = 0.04  # share of surnames taken from `whole`
_WITH_PARTICLE = 0.3  # share of surnames with a particle, if the language has any


def surname(words: Words, rng: random.Random) -> str:
    """One surname: a stem and an ending, sometimes with a particle, rarely one of `whole`."""
    kind = rng.random()
    if words.whole and kind < _LISTED:
        return rng.choice(words.whole)
    plain = rng.choice(words.stems) + rng.choice(words.endings)
    if words.particles and kind < _WITH_PARTICLE:
        return rng.choice(words.particles) + plain
    return plain


class NameMaker:
    """Draws full names; a few are drawn twice, as among real people."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._taken: dict[str, list[Name]] = defaultdict(list)  # by nation
        self._all: set[Name] = set()

    def draw(self, nation: Nation) -> Name:
        """A name of a nation: a new one while there are any, or, rarely, one already taken."""
        taken = self._taken[nation.name]
        earlier = taken[:-_APART]
        if earlier and chance(_SHARED, self._rng):
            return self._rng.choice(earlier)
        one_word = chance(_ONE_WORD.get(nation.name, 0), self._rng)
        for _ in range(_TRIES):
            name = draw_name(nation.language, one_word=one_word, rng=self._rng)
            if name not in self._all:
                break
        self._all.add(name)
        taken.append(name)
        return name


def draw_name(language: str, *, one_word: bool, rng: random.Random) -> Name:
    """A name in a language; for one-word names, it must have nicknames."""
    words = WORDS[language]
    if one_word:
        return "", rng.choice(words.stems) + rng.choice(words.nicknames)
    first = rng.choice(words.first)
    last = surname(words, rng)
    if language in _TWO_SURNAMES and chance(0.15, rng):
        last = f"{last} {surname(words, rng)}"
    elif chance(0.03, rng):
        last = f"{last}-{surname(words, rng)}"
    if language in _TWO_FIRST_NAMES and chance(0.15, rng):
        first = f"{first} {rng.choice(words.first)}"
    return first, last
